//! The tables of the page, row by row, as the compiled module has them.

use deeplens_ports::{AnyEndpoint, Exposure, ProtocolKind, Transport, ports};

const INFRASTRUCTURE: &str = "infrastructure";
const APPLICATION: &str = "application";
const OBSERVABILITY: &str = "observability";

/// Port, constant, title, protocol, group and purpose.
type Row = (
    u16,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

const TABLE: [Row; 22] = [
    (
        2181,
        "ZOOKEEPER",
        "Zookeeper",
        "tcp",
        INFRASTRUCTURE,
        "Kafka coordination",
    ),
    (
        3000,
        "GRAFANA",
        "Grafana",
        "http",
        OBSERVABILITY,
        "Monitoring dashboards",
    ),
    (
        3005,
        "WHATSAPP_PROCESSOR",
        "WhatsApp Processor",
        "http",
        APPLICATION,
        "WhatsApp message processing",
    ),
    (
        3100,
        "LOKI",
        "Loki",
        "http",
        OBSERVABILITY,
        "Log aggregation",
    ),
    (
        4317,
        "JAEGER_OTLP_GRPC",
        "Jaeger (OTLP gRPC)",
        "grpc",
        OBSERVABILITY,
        "Trace collection (gRPC)",
    ),
    (
        4318,
        "JAEGER_OTLP_HTTP",
        "Jaeger (OTLP HTTP)",
        "http",
        OBSERVABILITY,
        "Trace collection (HTTP)",
    ),
    (
        5000,
        "SEARCH_API",
        "Search API",
        "http",
        APPLICATION,
        "Image search & ingestion",
    ),
    (
        5198,
        "IDENTITY_API",
        "Identity API",
        "http",
        APPLICATION,
        "Authentication & authorization",
    ),
    (
        5433,
        "POSTGRESQL",
        "PostgreSQL",
        "tcp",
        INFRASTRUCTURE,
        "Database (custom port)",
    ),
    (
        6333,
        "QDRANT_HTTP",
        "Qdrant (HTTP)",
        "http",
        INFRASTRUCTURE,
        "Vector database API",
    ),
    (
        6334,
        "QDRANT_GRPC",
        "Qdrant (gRPC)",
        "grpc",
        INFRASTRUCTURE,
        "Vector database gRPC",
    ),
    (
        6379,
        "REDIS",
        "Redis",
        "tcp",
        INFRASTRUCTURE,
        "Cache & session storage",
    ),
    (
        8001,
        "FEATURE_EXTRACTION",
        "Feature Extraction",
        "http",
        APPLICATION,
        "AI/ML feature extraction",
    ),
    (
        8888,
        "OTEL_COLLECTOR_METRICS",
        "OTel Collector (metrics)",
        "http",
        OBSERVABILITY,
        "Collector internal metrics",
    ),
    (
        8889,
        "OTEL_COLLECTOR_PROMETHEUS",
        "OTel Collector (Prom)",
        "http",
        OBSERVABILITY,
        "Prometheus exporter",
    ),
    (
        9000,
        "MINIO_API",
        "MinIO (API)",
        "http",
        INFRASTRUCTURE,
        "Object storage API",
    ),
    (
        9001,
        "MINIO_CONSOLE",
        "MinIO (Console)",
        "http",
        INFRASTRUCTURE,
        "Object storage web UI",
    ),
    (
        9090,
        "PROMETHEUS",
        "Prometheus",
        "http",
        OBSERVABILITY,
        "Metrics database & query",
    ),
    (
        9092,
        "KAFKA",
        "Kafka",
        "tcp",
        INFRASTRUCTURE,
        "Message broker",
    ),
    (
        14250,
        "JAEGER_COLLECTOR_GRPC",
        "Jaeger (Collector gRPC)",
        "grpc",
        OBSERVABILITY,
        "Jaeger native gRPC collector",
    ),
    (
        14268,
        "JAEGER_COLLECTOR_HTTP",
        "Jaeger (Collector HTTP)",
        "http",
        OBSERVABILITY,
        "Jaeger native HTTP collector",
    ),
    (
        16686,
        "JAEGER_UI",
        "Jaeger (UI)",
        "http",
        OBSERVABILITY,
        "Jaeger web interface",
    ),
];

fn row(endpoint: &AnyEndpoint) -> Row {
    (
        endpoint.port(),
        endpoint.id(),
        endpoint.title(),
        endpoint.protocol().as_str(),
        endpoint.group().map_or("", |group| group.name()),
        endpoint.purpose(),
    )
}

#[test]
fn the_table_has_every_row() {
    let rows: Vec<Row> = ports::ALL.iter().map(row).collect();
    assert_eq!(rows, TABLE);
    assert!(
        ports::ALL
            .iter()
            .all(|endpoint| endpoint.transport() == Transport::Tcp)
    );
    assert_eq!(ports::RANGES, []);
}

#[test]
fn the_constants_have_the_names_that_the_code_uses() {
    let constants = [
        ports::ZOOKEEPER.erase(),
        ports::GRAFANA.erase(),
        ports::WHATSAPP_PROCESSOR.erase(),
        ports::LOKI.erase(),
        ports::JAEGER_OTLP_GRPC.erase(),
        ports::JAEGER_OTLP_HTTP.erase(),
        ports::SEARCH_API.erase(),
        ports::IDENTITY_API.erase(),
        ports::POSTGRESQL.erase(),
        ports::QDRANT_HTTP.erase(),
        ports::QDRANT_GRPC.erase(),
        ports::REDIS.erase(),
        ports::FEATURE_EXTRACTION.erase(),
        ports::OTEL_COLLECTOR_METRICS.erase(),
        ports::OTEL_COLLECTOR_PROMETHEUS.erase(),
        ports::MINIO_API.erase(),
        ports::MINIO_CONSOLE.erase(),
        ports::PROMETHEUS.erase(),
        ports::KAFKA.erase(),
        ports::JAEGER_COLLECTOR_GRPC.erase(),
        ports::JAEGER_COLLECTOR_HTTP.erase(),
        ports::JAEGER_UI.erase(),
    ];
    assert_eq!(ports::ALL, constants);
    assert_eq!(ports::numbers::QDRANT_GRPC, 6334);
    assert_eq!(ports::numbers::JAEGER_UI, 16686);
}

#[test]
fn six_ports_are_commonly_used_by_others() {
    let conflicts: Vec<(u16, &[&str], &[u16])> = ports::ALL
        .iter()
        .filter_map(|e| Some((e.port(), e.conflict()?.with(), e.alternatives())))
        .collect();
    let expected: [(u16, &[&str], &[u16]); 6] = [
        (
            3000,
            &["React dev servers", "Rails", "Node.js apps"],
            &[3001, 3030],
        ),
        (5000, &["Flask apps", "ASP.NET Core default"], &[5001, 5002]),
        (6379, &["local Redis installations"], &[]),
        (9000, &["PHP-FPM", "SonarQube"], &[9002]),
        (9090, &["Cockpit", "other monitoring tools"], &[9091]),
        (9092, &["local Kafka installations"], &[]),
    ];
    assert_eq!(conflicts, expected);
    let mitigated = ports::ALL.iter().filter_map(|e| e.conflict()?.mitigation());
    assert_eq!(mitigated.count(), 6);
    let notes: Vec<(u16, &str)> = ports::ALL
        .iter()
        .filter_map(|e| Some((e.port(), e.note()?)))
        .collect();
    assert_eq!(
        notes.iter().map(|(port, _)| *port).collect::<Vec<_>>(),
        [5433, 6379, 9092]
    );
    assert!(notes[0].1.contains("5432") && notes[1].1.contains("outside containers"));
}

#[test]
fn the_groups_hold_their_services() {
    let ports_of =
        |endpoints: &[AnyEndpoint]| endpoints.iter().map(|e| e.port()).collect::<Vec<_>>();
    assert_eq!(
        ports_of(ports::groups::INFRASTRUCTURE.endpoints()),
        [2181, 5433, 6333, 6334, 6379, 9000, 9001, 9092]
    );
    assert_eq!(
        ports_of(ports::groups::APPLICATION.endpoints()),
        [3005, 5000, 5198, 8001]
    );
    assert_eq!(
        ports_of(ports::groups::OBSERVABILITY.endpoints()),
        [
            3000, 3100, 4317, 4318, 8888, 8889, 9090, 14250, 14268, 16686
        ]
    );
    assert_eq!(
        ports::groups::INFRASTRUCTURE.title(),
        "Infrastructure (core)"
    );
    assert_eq!(ports::services::JAEGER.endpoints().len(), 5);
}

#[test]
fn every_container_has_its_name_and_port() {
    let containers: Vec<(u16, &str)> = ports::ALL
        .iter()
        .filter_map(|e| Some((e.port(), e.container()?.authority())))
        .collect();
    let expected = [
        (2181, "deeplens-zookeeper:2181"),
        (3000, "deeplens-grafana:3000"),
        (3100, "deeplens-loki:3100"),
        (4317, "deeplens-jaeger:4317"),
        (4318, "deeplens-jaeger:4318"),
        (5433, "deeplens-postgres:5432"),
        (6333, "deeplens-qdrant:6333"),
        (6334, "deeplens-qdrant:6334"),
        (6379, "deeplens-redis:6379"),
        (8001, "deeplens-feature-extraction:8001"),
        (8888, "deeplens-otel-collector:8888"),
        (8889, "deeplens-otel-collector:8889"),
        (9000, "deeplens-minio:9000"),
        (9001, "deeplens-minio:9001"),
        (9090, "deeplens-prometheus:9090"),
        (9092, "deeplens-kafka:9092"),
        (14250, "deeplens-jaeger:14250"),
        (14268, "deeplens-jaeger:14268"),
        (16686, "deeplens-jaeger:16686"),
    ];
    assert_eq!(containers, expected);
    assert_eq!(ports::map().network(), Some("deeplens-network"));
    assert_eq!(
        ports::GRAFANA.container().unwrap().url(),
        "http://deeplens-grafana:3000"
    );
}

#[test]
fn every_port_says_where_it_is_changed() {
    let place = |endpoint: AnyEndpoint| {
        let places = endpoint.configured_in().iter();
        places
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(", ")
    };
    let script = "infrastructure/setup-deeplens-dev.ps1";
    for endpoint in ports::ALL.iter().filter(|e| e.container().is_some()) {
        assert_eq!(place(*endpoint), script, "{}", endpoint.name());
    }
    assert_eq!(
        place(ports::WHATSAPP_PROCESSOR.erase()),
        "src/whatsapp-processor/.env (API_PORT)"
    );
    // The page says `urls` of both files, which is what application settings have.
    let of_project = |project: &str| {
        format!(
            "src/{project}/Properties/launchSettings.json (applicationUrl), src/{project}/appsettings.json (urls)"
        )
    };
    assert_eq!(
        place(ports::SEARCH_API.erase()),
        of_project("DeepLens.SearchApi")
    );
    assert_eq!(
        place(ports::IDENTITY_API.erase()),
        of_project("NextGen.Identity.Api")
    );
}

#[test]
fn stores_stay_internal_and_http_services_are_proxied() {
    for endpoint in ports::ALL {
        let is_infrastructure = endpoint
            .group()
            .is_some_and(|group| group.name() == INFRASTRUCTURE);
        let is_http = endpoint.protocol() == ProtocolKind::Http;
        let expected = if is_http && !is_infrastructure {
            Exposure::Proxied
        } else {
            Exposure::Internal
        };
        assert_eq!(endpoint.exposure(), expected, "{}", endpoint.name());
    }
}

#[test]
fn all_ports_are_user_ports_and_none_is_reserved() {
    assert!(
        ports::ALL
            .iter()
            .all(|endpoint| (1024..=49151).contains(&endpoint.port()))
    );
    assert_eq!(ports::map().reserved(), []);
}

#[test]
fn lookups_work_in_a_const() {
    const FOUND: Option<AnyEndpoint> = ports::by_port(6334);
    const NAMED: Option<AnyEndpoint> = ports::by_name("qdrant.grpc");
    const URL: &str = ports::QDRANT_GRPC.url();
    assert_eq!(FOUND, Some(ports::QDRANT_GRPC.erase()));
    assert_eq!(NAMED, FOUND);
    assert_eq!(URL, "http://localhost:6334");
    for endpoint in ports::ALL {
        assert_eq!(ports::by_name(endpoint.name()), Some(*endpoint));
        assert_eq!(ports::by_port(endpoint.port()), Some(*endpoint));
    }
    assert_eq!(ports::by_port(6335), None);
    for name in [
        "",
        "qdrant",
        "qdrant.grp",
        "qdrant.grpcs",
        "QDRANT.GRPC",
        "zz",
    ] {
        assert_eq!(ports::by_name(name), None, "{name}");
    }
    assert_eq!(ports::by_port(0), None);
    assert_eq!(ports::by_port(u16::MAX), None);
}
