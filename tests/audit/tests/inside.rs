//! What is said inside of containers, and what of it counts outside.

use test_audit::errors;

#[track_caller]
fn finds(said: &[&str], files: &[(&str, &str)]) {
    assert_eq!(errors(files), said);
}

const COMPOSE: &str = "services:\n  web:\n    ports: ['8080:80']\n    volumes: ['./nginx/shop.conf:/etc/nginx/conf.d/default.conf:ro']\n";

#[test]
fn a_server_listens_where_its_container_does() {
    let listen = |port: u16| format!("server {{\n  listen {port};\n  server_name _;\n}}\n");
    let compose = ("compose.yaml", COMPOSE);
    finds(&[], &[compose, ("nginx/shop.conf", &listen(80))]);
    finds(
        &["wrong-container-port nginx/shop.conf:2"],
        &[compose, ("nginx/shop.conf", &listen(8080))],
    );
    // One more beside what the image has, or beside another file, may be any.
    let part = COMPOSE.replace("default.conf", "status.conf");
    finds(
        &[],
        &[("compose.yaml", &part), ("nginx/shop.conf", &listen(8080))],
    );
    let both = COMPOSE.replace(
        "./nginx/shop.conf:/etc/nginx/conf.d/default.conf",
        "./nginx:/etc/nginx/conf.d",
    );
    finds(
        &[],
        &[
            ("compose.yaml", &both),
            ("nginx/shop.conf", &listen(80)),
            ("nginx/status.conf", &listen(8081)),
        ],
    );
}

const MAP: &str = "[map]\nname = 'shop'\n[services.collector]\ncontainer = 'shop-collector'\n[services.collector.endpoints.grpc]\nport = 4327\ncontainer-port = 4317\nprotocol = 'grpc'\n[services.collector.endpoints.http]\nport = 4328\ncontainer-port = 4318\nprotocol = 'http'\n[services.collector.endpoints.own]\ncontainer-port = 8888\nprotocol = 'http'\n";

#[test]
fn a_collector_listens_where_its_container_does() {
    let compose = "services:\n  collector:\n    container_name: shop-collector\n    volumes: ['./otel.yml:/etc/otel.yml']\n    ports: ['4327:4317', '4328:4318']\n";
    let config = |http: u16| {
        format!(
            "receivers:\n  otlp:\n    protocols:\n      grpc:\n      http:\n        endpoint: 0.0.0.0:{http}\nexporters:\n  debug: {{}}\nextensions:\n  zpages:\n    endpoint: 0.0.0.0:55680\nservice:\n  extensions: [zpages]\n  pipelines:\n    traces:\n      receivers: [otlp]\n      exporters: [debug]\n"
        )
    };
    let found = |http: u16| {
        errors(&[
            ("ports.toml", MAP),
            ("compose.yaml", compose),
            ("otel.yml", &config(http)),
        ])
    };
    assert_eq!(found(4318), [""; 0]);
    assert_eq!(found(4319), ["wrong-container-port otel.yml:6"]);
}
