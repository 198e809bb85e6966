//! All other text: addresses of this machine and of what is known, and numbers behind a word with `port`.

use test_scan::{of, references};

fn mentions(name: &str, text: &str) -> Vec<String> {
    let all = references(&[(name, text)]);
    all.iter()
        .map(|it| it.replace(&format!("{name}:"), ""))
        .collect()
}

#[test]
fn addresses_of_this_machine() {
    let text = "See http://localhost:5000/health, **localhost:5001**, `127.0.0.1:5432` and [::1]:6379.\n\
        [page](http://localhost:3000) <https://app.localhost:8443> URL=localhost:5002; localhost:5003.\n\
        0.0.0.0:8080 host.docker.internal:9000 postgres://user:secret@localhost:5433/db\n";
    let expected = [
        "1 localhost:5000",
        "1 localhost:5001",
        "1 127.0.0.1:5432",
        "1 ::1:6379",
        "2 localhost:3000",
        "2 app.localhost:8443",
        "2 localhost:5002",
        "2 localhost:5003",
        "3 0.0.0.0:8080",
        "3 host.docker.internal:9000",
        "3 localhost:5433",
    ];
    assert_eq!(mentions("README.md", text), expected);
    let scan = of(&[("README.md", text)]);
    assert!(scan.references.iter().all(|it| it.is_prose));
    assert_eq!(scan.references[0].scheme.as_deref(), Some("http"));
    assert!(!format!("{scan:?}").contains("secret"));
}

#[test]
fn numbers_behind_a_word() {
    let text = "The API is on port 5000, the web on port **3000** and (port `8080`).\nPorts 5433, 6379 and 9092/tcp; ports 7000-7010.\n\
        PORT=8081 --port 8082 --server.port=8083 httpPort: 8084, \"port\": 8085\n\
        process.env.PORT || 3005; parseInt(process.env.API_PORT || '3006', 10)\nos.getenv(\"DB_PORT\", \"5434\")\n\
        const PORT: u16 = 8086; port: number = 8087; ${WEB_PORT:-8088}\n| Port | 8089 |\nDNS port 53/udp\n";
    let expected = [
        "1 ?:5000",
        "1 ?:3000",
        "1 ?:8080",
        "2 ?:5433",
        "2 ?:6379",
        "2 ?:9092",
        "2 ?:7000-7010",
        "3 ?:8081",
        "3 ?:8082",
        "3 ?:8083",
        "3 ?:8084",
        "3 ?:8085",
        "4 ?:3005",
        "4 ?:3006",
        "5 ?:5434",
        "6 ?:8086",
        "6 ?:8087",
        "6 ?:8088",
        "7 ?:8089",
        "8 ?:53",
    ];
    assert_eq!(mentions("notes.txt", text), expected);
    let scan = of(&[("notes.txt", text)]);
    let variables: Vec<&str> = scan
        .references
        .iter()
        .filter_map(|it| it.variable.as_deref())
        .collect();
    assert_eq!(
        variables,
        [
            "PORT", "httpPort", "PORT", "API_PORT", "DB_PORT", "PORT", "WEB_PORT"
        ]
    );
    assert_eq!(scan.references[19].transport.as_str(), "udp");
}

#[test]
fn what_is_none() {
    let text = "At 10:30 and 2026-01-02T10:30:00, chown 1000:1000 x, postgres:17.2, node:20, ratio 16:9, main.rs:1234, a:1:2\n\
        report 2024, support 24/7, import 5000, transport: 8080, export 3000 rows, viewport 1024, airport 2020\n\
        port 8080:80, port 1.5, port 99999, port 0, portable 8080, port 12ab, $PORT:80, ${X}:8080, ports 10:00\n\
        parseInt(process.env.PORT, 10) http://example.com:8080 https://api.internal:9000 192.168.0.170:9000 user:12345@x\n\
        localhost:99999 localhost:8080abc localhost:80.5 10.0.0.1:8080 x@localhost port. 2024 supports 100\n";
    assert_eq!(mentions("notes.txt", text), [""; 0]);
}

#[test]
fn hosts_that_are_known() {
    let compose =
        "services:\n  qdrant:\n    container_name: deeplens-qdrant\n    ports: ['6333:6333']\n";
    let text = "qdrant:6333 deeplens-qdrant:6334 QDRANT:6335 http://qdrant:80 qdrant:80 qdrant:v1.7 image/qdrant:6336 qdrant:6337-alpine other:6338\n";
    let files = [("a.md", text), ("compose.yaml", compose)];
    let expected = [
        "a.md:1 qdrant:6333",
        "a.md:1 deeplens-qdrant:6334",
        "a.md:1 qdrant:6335",
        "a.md:1 qdrant:80",
    ];
    assert_eq!(references(&files), expected);
    assert_eq!(references(&[("a.md", text)]), [""; 0]);
}

#[test]
fn comments() {
    let all = [
        (
            "a.rs",
            "// port 1111\n/* localhost:2222\n*/ let url = \"http://localhost:3333\"; // localhost:4444\n/// port 5555\nlet a = \"//localhost:3334\";\n",
            vec![3333, 3334],
        ),
        (
            "a.ts",
            "const url = 'http://localhost:3333'; // localhost:1111\nconst b = `x // port 3334`;\n",
            vec![3333, 3334],
        ),
        (
            "a.py",
            "# port 1111\nPORT = 3333 # was port 2222\nurl = '#localhost:3334'\n\"\"\"port 3335\"\"\"\n",
            vec![3333, 3334, 3335],
        ),
        ("a.toml", "port = 3333 # or port = 1111\n", vec![3333]),
        ("a.ini", "; port=1111\nport=3333 ; port=2222\n", vec![3333]),
        (
            "a.sql",
            "-- port 1111\nSELECT 'localhost:3333'; -- port 2222\n",
            vec![3333],
        ),
        ("a.html", "<!-- port 1111 --><p>port 3333</p>\n", vec![3333]),
        (
            "a.md",
            "# Port 3333\n<!-- port 1111 -->\n> port 3334\n",
            vec![3333, 3334],
        ),
        (
            "a.tf",
            "# port 1111\nport = 3333 // port 2222\n",
            vec![3333],
        ),
        (
            "a.cs",
            "public const int Port = 3333; /* port 1111 */\n",
            vec![3333],
        ),
        (
            "a.xml",
            "<!--\nport 1111\n--><port>3333</port>\n",
            vec![3333],
        ),
        ("a.txt", "# port 3333\n// port 3334\n", vec![3333, 3334]),
        (
            "a.lua",
            "-- port 1111\n--[[ port\nport 2222 ]] port = 3333\n",
            vec![3333],
        ),
        ("redis.conf", "# port 1111\nport 3333\n", vec![3333]),
    ];
    for (name, text, expected) in all {
        let ports: Vec<u16> = of(&[(name, text)])
            .references
            .iter()
            .map(|it| it.port.first())
            .collect();
        assert_eq!(ports, expected, "{name}");
    }
}
