//! What images listen on: their own documentation has it, and a file that starts them seldom does.

/// What is known of a port of an image.
pub(super) struct Known {
    /// What the endpoint is called, beside others.
    pub(super) name: &'static str,
    pub(super) protocol: &'static str,
    /// Where it is not that of the protocol.
    pub(super) scheme: Option<&'static str>,
}

/// A part of the image's name, the port inside, and what the endpoint is called.
type Row = (&'static str, u16, &'static str);

/// A part of the image's name, the port inside, what the endpoint is called, and the scheme.
type RowOfScheme = (&'static str, u16, &'static str, &'static str);

/// The more special a name is, the earlier it stands.
const HTTP: &[Row] = &[
    ("adminer", 8080, "http"),
    ("alertmanager", 9093, "http"),
    ("blackbox-exporter", 9115, "http"),
    ("cadvisor", 8080, "http"),
    ("caddy", 80, "http"),
    ("clickhouse", 8123, "http"),
    ("consul", 8500, "http"),
    ("elasticsearch", 9200, "http"),
    ("etcd", 2379, "client"),
    ("etcd", 2380, "peer"),
    ("grafana", 3000, "http"),
    ("httpd", 80, "http"),
    ("influxdb", 8086, "http"),
    ("jaeger", 4318, "otlp-http"),
    ("jaeger", 14268, "collector-http"),
    ("jaeger", 16686, "ui"),
    ("all-in-one", 4318, "otlp-http"),
    ("all-in-one", 14268, "collector-http"),
    ("all-in-one", 16686, "ui"),
    ("keycloak", 8080, "http"),
    ("kibana", 5601, "http"),
    ("loki", 3100, "http"),
    ("mailhog", 8025, "ui"),
    ("mailpit", 8025, "ui"),
    ("minio", 9000, "api"),
    ("minio", 9001, "console"),
    ("nats", 8222, "monitoring"),
    ("neo4j", 7474, "http"),
    ("nginx", 80, "http"),
    ("node-exporter", 9100, "http"),
    ("opensearch-dashboards", 5601, "http"),
    ("opensearch", 9200, "http"),
    ("opentelemetry-collector", 4318, "otlp-http"),
    ("opentelemetry-collector", 8888, "metrics"),
    ("opentelemetry-collector", 8889, "prometheus"),
    ("opentelemetry-collector", 13133, "health"),
    ("pgadmin", 80, "http"),
    ("phpmyadmin", 80, "http"),
    ("portainer", 9000, "http"),
    ("prometheus", 9090, "http"),
    ("pushgateway", 9091, "http"),
    ("qdrant", 6333, "http"),
    ("rabbitmq", 15672, "management"),
    ("rabbitmq", 15692, "prometheus"),
    ("registry", 5000, "http"),
    ("sonarqube", 9000, "http"),
    ("tempo", 3200, "http"),
    ("traefik", 80, "http"),
    ("traefik", 8080, "dashboard"),
    ("vault", 8200, "http"),
    ("zipkin", 9411, "http"),
];

const HTTPS: &[Row] = &[
    ("caddy", 443, "https"),
    ("keycloak", 8443, "https"),
    ("nginx", 443, "https"),
    ("portainer", 9443, "https"),
    ("traefik", 443, "https"),
];

const GRPC: &[Row] = &[
    ("jaeger", 4317, "otlp-grpc"),
    ("jaeger", 14250, "collector-grpc"),
    ("all-in-one", 4317, "otlp-grpc"),
    ("all-in-one", 14250, "collector-grpc"),
    ("opentelemetry-collector", 4317, "otlp-grpc"),
    ("qdrant", 6334, "grpc"),
];

const TCP: &[RowOfScheme] = &[
    ("activemq", 61616, "openwire", "tcp"),
    ("cassandra", 9042, "cql", "tcp"),
    ("clickhouse", 9000, "native", "clickhouse"),
    ("kafka", 9092, "kafka", "kafka"),
    ("kafka", 29092, "internal", "kafka"),
    ("mailhog", 1025, "smtp", "smtp"),
    ("mailpit", 1025, "smtp", "smtp"),
    ("mariadb", 3306, "mysql", "mysql"),
    ("memcached", 11211, "memcached", "tcp"),
    ("mongo", 27017, "mongodb", "mongodb"),
    ("mosquitto", 1883, "mqtt", "mqtt"),
    ("mssql", 1433, "mssql", "mssql"),
    ("mysql", 3306, "mysql", "mysql"),
    ("nats", 4222, "nats", "nats"),
    ("neo4j", 7687, "bolt", "bolt"),
    ("pgvecto", 5432, "postgresql", "postgresql"),
    ("postgis", 5432, "postgresql", "postgresql"),
    ("postgres", 5432, "postgresql", "postgresql"),
    ("rabbitmq", 5672, "amqp", "amqp"),
    ("redis", 6379, "redis", "redis"),
    ("redpanda", 9092, "kafka", "kafka"),
    ("timescaledb", 5432, "postgresql", "postgresql"),
    ("valkey", 6379, "redis", "redis"),
    ("zookeeper", 2181, "client", "tcp"),
];

/// By the image and the port inside.
pub(super) fn of_image(image: &str, port: u16) -> Option<Known> {
    let image = image.to_ascii_lowercase();
    let of_row = |(name, own, _): &&Row| *own == port && image.contains(name);
    for (protocol, rows) in [("http", HTTP), ("https", HTTPS), ("grpc", GRPC)] {
        if let Some((_, _, name)) = rows.iter().find(of_row) {
            return Some(Known {
                name,
                protocol,
                scheme: None,
            });
        }
    }
    let mut rows = TCP.iter();
    let (_, _, name, scheme) = rows.find(|(name, own, ..)| *own == port && image.contains(name))?;
    Some(Known {
        name,
        protocol: "tcp",
        scheme: Some(scheme).filter(|scheme| **scheme != "tcp").copied(),
    })
}

/// The scheme of what listens on ports that its configuration chooses, as Kafka does.
pub(super) fn of_any_port(image: &str) -> Option<&'static str> {
    let name = image.rsplit('/').next().unwrap_or(image);
    matches!(name, "kafka" | "cp-kafka" | "cp-server" | "redpanda").then_some("kafka")
}

/// The protocol by the number alone, as IANA has it or OTLP, and the scheme if it is not that of the protocol: a guess.
pub(super) fn of_number(port: u16) -> Option<(&'static str, Option<&'static str>)> {
    Some(match port {
        80 | 4318 | 8080 => ("http", None),
        443 | 8443 => ("https", None),
        4317 => ("grpc", None),
        22 => ("tcp", Some("ssh")),
        25 => ("tcp", Some("smtp")),
        1433 => ("tcp", Some("mssql")),
        1883 => ("tcp", Some("mqtt")),
        3306 => ("tcp", Some("mysql")),
        4222 => ("tcp", Some("nats")),
        5432 => ("tcp", Some("postgresql")),
        5672 => ("tcp", Some("amqp")),
        6379 => ("tcp", Some("redis")),
        27017 => ("tcp", Some("mongodb")),
        _ => return None,
    })
}
