//! Comments and the configuration.

use deeplens_ports_cli::{Config, PortMap};
use test_audit::{MAP, errors, of, short};

const COMPOSE: &str = "services:\n  web:\n    ports:\n      - \"8081:80\"\n";

#[test]
fn a_comment_on_the_line_or_alone_above_covers_it() {
    let on = COMPOSE.replace(
        "80\"\n",
        "80\" # deeplens-ports: ignore[wrong-port] a trial\n",
    );
    assert_eq!(errors(&[("compose.yaml", &on)]), [""; 0]);
    let above = COMPOSE.replace(
        "      -",
        "      # deeplens-ports: ignore[wrong-port] a trial\n      -",
    );
    assert_eq!(errors(&[("compose.yaml", &above)]), [""; 0]);
    let both = above.replace(
        "      #",
        "      # deeplens-ports: ignore[refused] another\n      #",
    );
    assert_eq!(
        errors(&[("compose.yaml", &both)]),
        ["unneeded-ignore compose.yaml:4"]
    );
    let behind = COMPOSE.replace(
        "    ports:",
        "    ports: # deeplens-ports: ignore[wrong-port] a trial",
    );
    assert_eq!(
        errors(&[("compose.yaml", &behind)]),
        [
            "unneeded-ignore compose.yaml:3",
            "wrong-port compose.yaml:4"
        ]
    );
}

#[test]
fn it_covers_one_place() {
    let two = "DB_HOST_PORT=1111 \nWEB_HOST_PORT=2222\n# deeplens-ports: ignore[wrong-port] why\nSHOP_WEB_HOST_PORT=2222\n";
    assert_eq!(
        errors(&[(".env", two)]),
        ["wrong-port .env:1", "wrong-port .env:2"]
    );
}

#[test]
fn each_language_has_its_comments() {
    for (file, comment) in [
        (
            "a.cmd",
            "rem deeplens-ports: ignore[unlisted-target] why\ncurl http://localhost:7777\n",
        ),
        (
            "a.md",
            "<!-- deeplens-ports: ignore[unlisted-target] why -->\nSee http://localhost:7777\n",
        ),
        (
            "a.ts",
            "// deeplens-ports: ignore[unlisted-target] why\nconst url = 'http://localhost:7777'\n",
        ),
        (
            "a.ps1",
            "# deeplens-ports: ignore[unlisted-target] why\ncurl http://localhost:7777\n",
        ),
        (
            "Properties/launchSettings.json",
            "{ \"profiles\": { \"x\": {\n// deeplens-ports: ignore[unlisted-target] why\n\"launchUrl\": \"http://localhost:7777\" } } }\n",
        ),
    ] {
        assert_eq!(errors(&[(file, comment)]), [""; 0], "{file}");
        let without = comment.replace("deeplens-ports:", "");
        assert_eq!(errors(&[(file, &without)]).len(), 1, "{file}");
    }
}

#[test]
fn a_comment_names_a_rule() {
    let bare = "# deeplens-ports: ignore\nWEB_HOST_PORT=2222\n";
    assert_eq!(
        errors(&[(".env", bare)]),
        ["unneeded-ignore .env:1", "wrong-port .env:2"]
    );
    // A text that tells of comments is none.
    assert_eq!(
        errors(&[(
            "guide.md",
            "Write `# deeplens-ports: ignore[wrong-port]`.\n"
        )]),
        [""; 0]
    );
}

#[test]
fn what_is_accepted_is_silent_until_it_is_mended() {
    let mail = "services:\n  mail:\n    ports: ['1025:25']\n";
    let env = "MAIL_URL=http://localhost:1025\nAPI_PORT=5001\n";
    let files = [
        ("compose.yaml", COMPOSE),
        ("mail/compose.yaml", mail),
        (".env", env),
    ];
    let accepted = of(&files).accepted("accepted on 2026-11-26", false);
    let all: Vec<(&str, &str)> = files
        .into_iter()
        .chain([("deeplens-ports.toml", &*accepted)])
        .collect();
    assert_eq!(errors(&all), [""; 0], "{accepted}");
    let mended = [
        ("compose.yaml", COMPOSE),
        ("mail/compose.yaml", mail),
        (".env", "API_PORT=5000\n"),
        ("deeplens-ports.toml", &*accepted),
    ];
    assert_eq!(errors(&mended), ["unneeded-ignore deeplens-ports.toml:2"]);
}

#[test]
fn skipped_files_and_other_names() {
    let config = "[audit]\nskip = ['old/**']\n[audit.names]\ndb = ['krikanpg']\n";
    let files = [
        ("old/compose.yaml", COMPOSE),
        (
            "compose.yaml",
            "services:\n  krikanpg:\n    ports: ['5434:5432']\n",
        ),
        ("deeplens-ports.toml", config),
    ];
    assert_eq!(errors(&files), ["wrong-port compose.yaml:3"]);
}

/// Neither notes nor comments of a skipped file count.
#[test]
fn nothing_of_a_skipped_file_is_looked_at() {
    let code = "// deeplens-ports: ignore[wrong-port] why\nconst API_PORT: u16 = 5000;\n";
    let of_code = |config: &str| {
        let audit = of(&[("old/main.rs", code), ("deeplens-ports.toml", config)]);
        let of_file = audit.findings().iter().map(short);
        of_file
            .filter(|it| it.contains("main.rs"))
            .collect::<Vec<_>>()
    };
    let all = [
        "unneeded-ignore old/main.rs:1",
        "use-constant old/main.rs:2",
    ];
    assert_eq!(of_code(""), all);
    assert_eq!(of_code("[audit]\nskip = ['old']\n"), [""; 0]);
}

#[test]
fn mistakes_of_the_configuration_are_shown() {
    let map = PortMap::parse("ports.toml", MAP).expect("it compiles");
    let text = "[audit]\nskipp = []\nskip = [5]\n[audit.names]\nnobody = []\n[[audit.ignore]]\nfile = 'a'\nrule = 'wrong-prt'\nport = 70000\n";
    let error = Config::parse("deeplens-ports.toml", text, &map).expect_err("it has mistakes");
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/config.report");
    test_reports::compare(&file, &format!("{error}\n"))
        .unwrap_or_else(|difference| panic!("{difference}"));
    let broken = Config::parse("deeplens-ports.toml", "[audit\n", &map).expect_err("it is no TOML");
    assert!(
        broken.to_string().contains("deeplens-ports.toml:1:"),
        "{broken}"
    );
}
