//! Who else is usually on a port of the host.

use crate::audit::names::folded;

/// The usual software of numbers that many use: the IANA registry and the defaults that each of it documents.
const USUAL: &[(u16, &[&str])] = &[
    (2181, &["ZooKeeper"]),
    (3000, &["Grafana", "Node.js dev servers", "Rails"]),
    (3005, &["Node.js dev servers"]),
    (3100, &["Loki"]),
    (4317, &["OpenTelemetry Collector"]),
    (4318, &["OpenTelemetry Collector"]),
    (
        5000,
        &[
            "ASP.NET Core",
            "Flask",
            "Docker registry",
            "macOS AirPlay Receiver",
        ],
    ),
    (5433, &["PostgreSQL"]),
    (6333, &["Qdrant"]),
    (6334, &["Qdrant"]),
    (6379, &["Redis", "Valkey"]),
    (7000, &["macOS AirPlay Receiver"]),
    (8001, &["Kong", "kubectl proxy"]),
    (8888, &["Jupyter", "OpenTelemetry Collector"]),
    (8889, &["OpenTelemetry Collector"]),
    (
        9000,
        &["MinIO", "SonarQube", "PHP-FPM", "ClickHouse", "Portainer"],
    ),
    (9001, &["MinIO", "supervisord"]),
    (9090, &["Prometheus", "Cockpit"]),
    (9092, &["Kafka"]),
    (14250, &["Jaeger"]),
    (14268, &["Jaeger"]),
    (16686, &["Jaeger"]),
];

/// The others on a TCP port, of which one may be the service's own software, run once more.
pub(super) fn with(port: u16, service: &str, image: Option<&str>) -> Vec<String> {
    let image = image.map_or("", |image| image.rsplit('/').next().unwrap_or(image));
    let own = [folded(service), folded(image)];
    let is_own = |name: &str| {
        let name = folded(name);
        let is_alike = |own: &String| own.contains(&name) || own.len() > 3 && name.contains(own);
        own.iter().any(is_alike)
    };
    let usual = USUAL.iter().find(|(number, _)| *number == port);
    let names = usual.into_iter().flat_map(|(_, names)| *names);
    let named = names.map(|name| match is_own(name) {
        true => format!("another {name}"),
        false => (*name).to_owned(),
    });
    named.collect()
}
