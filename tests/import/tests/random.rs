//! Texts that are nearly of every format, in one repository: there is a map of it, an audit finds nothing that was not told, and no
//! password is shown.

use proptest::prelude::*;
use proptest::sample::select;
use test_import::of;

const SECRET: &str = "hunter2Pw";

/// A file of each reader, in which `@` stands for one of [`VALUES`].
const FILES: [(&str, &str); 12] = [
    (
        "compose.yaml",
        "name: \"@\"\nservices:\n  a:\n    image: \"@\"\n    container_name: \"@\"\n    ports: [\"@\", \"@\", {target: 80, published: \"@\", name: \"@\", app_protocol: \"@\"}]\n    environment: [\"URL=@\", \"A_PORT=@\"]\n    expose: [\"@\"]\n",
    ),
    (
        "more/compose.override.yaml",
        "services:\n  \"@\":\n    profiles: [\"@\"]\n    ports: [\"@\"]\n    command: \"serve --port @ --url @\"\n    network_mode: \"@\"\n",
    ),
    (".env", "A_PORT=@\nURL=@\n"),
    (
        "run.sh",
        "PORT=@\ndocker run -d --name \"@\" -p \"@\" -p \"$PORT:80\" --network \"@\" @\n",
    ),
    (
        "run.ps1",
        "$Port = @\ndocker run -p \"${Port}:80\" --name '@' example/a\n",
    ),
    (
        "Shop.Api/Properties/launchSettings.json",
        "{\"profiles\": {\"@\": {\"commandName\": \"Project\", \"applicationUrl\": \"http://localhost:@\"}}}",
    ),
    (
        "Shop.Api/appsettings.json",
        "{\"urls\": \"@\", \"ConnectionStrings\": {\"A\": \"@\"}}",
    ),
    ("a/Dockerfile", "FROM a\nEXPOSE @\nENV PORT=@\n"),
    (
        "k8s.yaml",
        "apiVersion: v1\nkind: Service\nmetadata: {name: \"@\"}\nspec:\n  ports: [{port: 80, targetPort: 8080, nodePort: 30080, name: \"@\"}]\n",
    ),
    (
        "prometheus.yml",
        "scrape_configs:\n  - static_configs:\n      - targets: [\"@\", \"a:@\"]\n",
    ),
    (
        "nginx.conf",
        "http { server { listen @; location / { proxy_pass http://@; } } }",
    ),
    ("notes.txt", "it is at localhost:@, or port @\n"),
];

const VALUES: [&str; 32] = [
    "8080",
    "8081",
    "80",
    "8080:80",
    "8081:80",
    "8080:81/udp",
    "127.0.0.1:8080:80",
    "[::1]:8082:82",
    "8000-8003:8000-8003",
    "8000-8003:80-83",
    "8000-8009:80",
    "1:1",
    "65535:65535",
    "53:53/sctp",
    "${A_PORT}:80",
    "${A_PORT:-8083}:83",
    "a",
    "A",
    "a-b",
    "web",
    "postgres:17",
    "http",
    "host",
    "service:a",
    "http://a:80",
    "postgres://u:hunter2Pw@a:5432/x",
    "hunter2Pw@a:1",
    "é b",
    "",
    "\u{202e}x",
    "0",
    "99999",
];

fn files() -> impl Strategy<Value = Vec<(&'static str, String)>> {
    let values = proptest::collection::vec(select(&VALUES[..]), 60);
    let chosen = proptest::collection::vec(any::<bool>(), FILES.len());
    (values, chosen).prop_map(|(values, chosen)| {
        let mut values = values.into_iter();
        let chosen = FILES.iter().zip(chosen).filter(|(_, is_chosen)| *is_chosen);
        chosen
            .map(|((path, template), _)| {
                let mut text = String::new();
                for (number, part) in template.split('@').enumerate() {
                    text.push_str(if number > 0 {
                        values.next().unwrap_or_default()
                    } else {
                        ""
                    });
                    text.push_str(part);
                }
                (*path, text)
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_repository_has_a_map(files in files()) {
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, &**text)).collect();
        let made = of(&files);
        let told = format!("{}{:?}", made.imported.map, made.imported.reported);
        prop_assert!(!told.contains(SECRET), "{told}");
    }
}
