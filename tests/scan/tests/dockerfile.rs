//! Dockerfiles: what an image shows, and what is said inside of it.

use test_scan::{bindings, of, references, remarks};

fn exposed(text: &str) -> Vec<String> {
    let all = bindings(&[("app/Dockerfile", text)]);
    all.iter()
        .map(|it| it.replace("app/Dockerfile:", "").replace(" ? *->", " "))
        .collect()
}

#[test]
fn ports() {
    let text = "FROM node:20\n# EXPOSE 1\nEXPOSE 80 443/tcp \\\n  # the metrics\n  9090/udp\nexpose 8000-8002\nEXPOSE \"5000\" 6000:60\n";
    let expected = [
        "3 80/tcp",
        "3 443/tcp",
        "5 9090/udp",
        "6 8000/tcp",
        "6 8001/tcp",
        "6 8002/tcp",
        "7 5000/tcp",
        "7 60/tcp",
    ];
    assert_eq!(exposed(text), expected);
    assert_eq!(exposed(&text.replace('\n', "\r\n")), expected);
}

#[test]
fn variables() {
    let text = "ARG PORT=8080\nFROM node:20 AS base\nARG PORT\nARG API=5000\nENV WEB=3000 DB_PORT=5432\nENV OLD 4000\nENV PORTS=\"81 82\"\n\
        EXPOSE $PORT ${API} ${WEB} $OLD ${NONE:-7000} $PORTS\n\
        FROM base\nEXPOSE $WEB\nFROM node:20\nEXPOSE $WEB $PORT\n";
    let expected = [
        "8 8080/tcp",
        "8 5000/tcp",
        "8 3000/tcp",
        "8 4000/tcp",
        "8 7000/tcp",
        "7 81/tcp",
        "7 82/tcp",
        "10 3000/tcp",
    ];
    let mut all = exposed(text);
    all.sort_by_key(|it| expected.iter().position(|expected| it == expected));
    assert_eq!(all, expected);
    let scan = of(&[("Dockerfile", text)]);
    assert_eq!(
        remarks(&scan.cannot_know),
        [
            "Dockerfile:12 `WEB` is not set in this file",
            "Dockerfile:12 `PORT` is not set in this file"
        ]
    );
    let defaults = scan
        .bindings
        .iter()
        .filter_map(|it| it.variable.as_ref()?.default.map(|port| port.first()));
    assert_eq!(defaults.collect::<Vec<_>>(), [8080, 5000, 7000]);
}

#[test]
fn refused_ports() {
    let scan = of(&[("Dockerfile", "FROM a\nEXPOSE web 70000\nEXPOSE 80/http\n")]);
    assert_eq!(scan.refused.len(), 3);
    assert!(scan.bindings.is_empty());
}

#[test]
fn the_inside() {
    let text = "FROM a\nENV API_PORT=3000 \\\n    DB_URL=\"postgres://u:secret@db:5432/x\"\nENV ASPNETCORE_URLS=http://+:8080\nARG VITE_PORT=5173\n\
        HEALTHCHECK --interval=30s CMD curl -f http://localhost:3000/health || exit 1\n\
        CMD [\"serve\", \"--port\", \"3001\"]\nENTRYPOINT run --listen :9090\nRUN echo PORT=1111\n";
    let scan = of(&[("app/Dockerfile", text)]);
    let expected = [
        "app/Dockerfile:3 db:5432",
        "app/Dockerfile:4 ?:8080",
        "app/Dockerfile:6 localhost:3000",
    ];
    assert_eq!(references(&[("app/Dockerfile", text)]), expected);
    assert!(scan.references[1].listens);
    let settings: Vec<_> = scan
        .settings
        .iter()
        .map(|it| (it.location.line, it.variable.as_str(), it.port.first()))
        .collect();
    let expected = [
        (2, "API_PORT", 3000),
        (5, "VITE_PORT", 5173),
        (7, "--port", 3001),
        (8, "--listen", 9090),
    ];
    assert_eq!(settings, expected);
    assert_eq!(scan.settings[0].names.project.as_deref(), Some("app"));
    assert!(!format!("{scan:?}").contains("secret"));
}

#[test]
fn here_documents_and_other_marks() {
    let text =
        "# escape=`\nFROM a\nRUN <<EOF\nEXPOSE 1\nEOF\nEXPOSE 80 `\n  81\nONBUILD EXPOSE 82\n";
    assert_eq!(exposed(text), ["6 80/tcp", "7 81/tcp", "8 82/tcp"]);
}

#[test]
fn names_of_the_file() {
    for name in [
        "Dockerfile",
        "Dockerfile.dev",
        "api.dockerfile",
        "web/Containerfile",
    ] {
        assert_eq!(
            bindings(&[(name, "FROM a\nEXPOSE 80\n")]).len(),
            1,
            "{name}"
        );
    }
    assert!(bindings(&[("dockerfiles.txt", "EXPOSE 80\n")]).is_empty());
}
