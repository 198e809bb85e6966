//! Titles for people, made of names: of `web-api`, "Web API".

/// How words are written, where it is not with a capital at the start.
const WRITTEN: &[(&str, &str)] = &[
    ("ai", "AI"),
    ("amqp", "AMQP"),
    ("api", "API"),
    ("clickhouse", "ClickHouse"),
    ("db", "DB"),
    ("dns", "DNS"),
    ("elasticsearch", "Elasticsearch"),
    ("etcd", "etcd"),
    ("grpc", "gRPC"),
    ("http", "HTTP"),
    ("https", "HTTPS"),
    ("id", "ID"),
    ("influxdb", "InfluxDB"),
    ("mariadb", "MariaDB"),
    ("minio", "MinIO"),
    ("ml", "ML"),
    ("mongo", "MongoDB"),
    ("mongodb", "MongoDB"),
    ("mqtt", "MQTT"),
    ("mssql", "SQL Server"),
    ("mysql", "MySQL"),
    ("nats", "NATS"),
    ("nginx", "nginx"),
    ("opensearch", "OpenSearch"),
    ("otel", "OTel"),
    ("otlp", "OTLP"),
    ("pgadmin", "pgAdmin"),
    ("phpmyadmin", "phpMyAdmin"),
    ("postgres", "PostgreSQL"),
    ("postgresql", "PostgreSQL"),
    ("rabbitmq", "RabbitMQ"),
    ("smtp", "SMTP"),
    ("sql", "SQL"),
    ("ui", "UI"),
    ("vpn", "VPN"),
    ("whatsapp", "WhatsApp"),
    ("zookeeper", "ZooKeeper"),
];

/// Of a name of the map.
pub(super) fn of(name: &str) -> String {
    let words: Vec<String> = name.split('-').map(word).collect();
    words.join(" ")
}

fn word(word: &str) -> String {
    if let Some((_, written)) = WRITTEN.iter().find(|(name, _)| *name == word) {
        return (*written).to_owned();
    }
    let mut letters = word.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn words_are_written_as_people_do() {
        assert_eq!(of("otel-collector"), "OTel Collector");
        assert_eq!(of("web-2"), "Web 2");
        assert_eq!(of("postgres"), "PostgreSQL");
    }
}
