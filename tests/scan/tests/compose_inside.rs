//! What a service says of ports inside of its container.

use deeplens_ports_cli::{Ports, Role, Side};
use test_scan::{of, references};

#[test]
fn exposed_ports_are_not_opened() {
    let text = "services:\n  a:\n    expose: [3000, '8000-8001', 53/udp, '80:80']\n";
    let scan = of(&[("compose.yaml", text)]);
    assert!(
        scan.bindings
            .iter()
            .all(|it| it.role == Role::Exposes && it.host_port.is_none())
    );
    let ports: Vec<_> = scan
        .bindings
        .iter()
        .filter_map(|it| it.container_port)
        .collect();
    assert_eq!(ports, [3000, 8000, 8001, 53].map(Ports::One));
    assert_eq!(scan.refused.len(), 1);
}

#[test]
fn the_environment_is_seen_from_inside() {
    let text = "services:\n  a:\n    environment:\n      DB: postgres://shop:secret@db:5432/shop\n      API_PORT: 8080\n      IMAGE: redis:7\n      KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://kafka:29092,OUTSIDE://localhost:9092\n      CONNECTION: Host=db;Port=5433;Password=secret\n  b:\n    environment:\n      - CACHE=redis:6379\n      - WEB_PORT=${WEB:-8081}\n";
    let files = [("compose.yaml", text)];
    let expected = [
        "compose.yaml:4 db:5432",
        "compose.yaml:7 kafka:29092",
        "compose.yaml:7 localhost:9092",
        "compose.yaml:8 db:5433",
        "compose.yaml:11 redis:6379",
    ];
    assert_eq!(references(&files), expected);
    let scan = of(&files);
    assert!(scan.references.iter().all(|it| it.side == Side::Container));
    let settings: Vec<(&str, Ports)> = scan
        .settings
        .iter()
        .map(|it| (&*it.variable, it.port))
        .collect();
    assert_eq!(
        settings,
        [
            ("API_PORT", Ports::One(8080)),
            ("WEB_PORT", Ports::One(8081))
        ]
    );
    assert_eq!(&text[scan.references[0].location.span.clone()], "db:5432");
    assert_eq!(scan.references[0].names.service.as_deref(), Some("a"));
}

#[test]
fn commands_and_health_checks_are_seen_from_inside() {
    let text = "services:\n  a:\n    command: serve --port 8080 --metrics.address=:9090 --peer=b:7001\n    healthcheck:\n      test: ['CMD', 'curl', '-f', 'http://localhost:8080/health']\n  b:\n    command: [\"--listen-port\", \"7001\"]\n    entrypoint: sh -c \"wait-for db:5432\"\n";
    let files = [("compose.yaml", text)];
    let expected = [
        "compose.yaml:3 b:7001",
        "compose.yaml:5 localhost:8080",
        "compose.yaml:8 db:5432",
    ];
    assert_eq!(references(&files), expected);
    let scan = of(&files);
    let settings: Vec<(&str, Ports)> = scan
        .settings
        .iter()
        .map(|it| (&*it.variable, it.port))
        .collect();
    let expected = [
        ("--port", 8080),
        ("--metrics.address", 9090),
        ("--listen-port", 7001),
    ];
    assert_eq!(
        settings,
        expected.map(|(name, port)| (name, Ports::One(port)))
    );
}

#[test]
fn an_environment_file_of_a_container_alone_has_settings() {
    let text = "services:\n  a:\n    env_file: [a.env, {path: more.env, required: false}]\n  b:\n    env_file: .env\n";
    let files = [
        ("compose.yaml", text),
        ("a.env", "PORT=8001\nDB=http://db:5432"),
        ("more.env", "PORT=8002"),
        (".env", "PORT=8003"),
    ];
    let scan = of(&files);
    let settings: Vec<(&str, Ports)> = scan
        .settings
        .iter()
        .map(|it| (&*it.location.file, it.port))
        .collect();
    assert_eq!(
        settings,
        [("a.env", Ports::One(8001)), ("more.env", Ports::One(8002))]
    );
    // The file beside it has its variables, whatever else it is.
    assert_eq!(references(&files), [".env:1 ?:8003", "a.env:2 db:5432"]);
    let asked = &scan.references[1];
    assert_eq!(
        (asked.side, asked.names.service.as_deref()),
        (Side::Container, Some("a"))
    );
}
