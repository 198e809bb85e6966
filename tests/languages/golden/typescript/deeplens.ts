// Made by `deeplens-ports export typescript` from the map DeepLens. Changes belong into the map.
/* eslint-disable */

/** An address on the container network. */
export interface ContainerAddress {
  /** The name of the container. */
  readonly host: string;
  readonly port: number;
  /** `host:port` */
  readonly authority: string;
  /** `scheme://host:port` */
  readonly url: string;
}

/** What has one port on the host. */
export interface Endpoint {
  /** Its name in the map, such as `service.endpoint`. */
  readonly name: string;
  readonly title: string;
  readonly purpose: string;
  readonly protocol: string;
  readonly transport: string;
  readonly scheme: string;
  readonly host: string;
  readonly port: number;
  /** `host:port` */
  readonly authority: string;
  /** `scheme://host:port` */
  readonly url: string;
  /** Null where it runs on the host itself. */
  readonly container: ContainerAddress | null;
  /** The environment variable with its address for clients. */
  readonly addrVariable: string;
  /** The environment variable with the address that its server binds. */
  readonly listenVariable: string;
  /** The environment variable with the host of its service. */
  readonly serviceHostVariable: string;
  /** That of the whole map; null where the endpoint has a host of its own. */
  readonly mapHostVariable: string | null;
  /** Why it should not be used any more; else null. */
  readonly deprecated: string | null;
}

/** Many ports for things of one kind. */
export interface PortRange {
  readonly name: string;
  readonly title: string;
  readonly purpose: string;
  readonly protocol: string;
  readonly transport: string;
  readonly scheme: string;
  readonly host: string;
  readonly first: number;
  /** The upper end: with a step, it need not be one of the ports. */
  readonly last: number;
  /** From one port to the next. */
  readonly step: number;
  readonly deprecated: string | null;
}

/** What is reached on the container network alone. */
export interface ContainerEndpoint {
  readonly name: string;
  readonly title: string;
  readonly purpose: string;
  readonly protocol: string;
  readonly transport: string;
  readonly scheme: string;
  readonly container: ContainerAddress;
  readonly addrVariable: string;
  readonly deprecated: string | null;
}

/** The ports of a range, upwards. */
export function portsOf(range: PortRange): number[] {
  const ports: number[] = [];
  for (let port = range.first; port <= range.last; port += range.step) {
    ports.push(port);
  }
  return ports;
}

/**
 * Zookeeper: Kafka coordination
 */
export const ZOOKEEPER = {
  name: "zookeeper",
  title: "Zookeeper",
  purpose: "Kafka coordination",
  protocol: "tcp",
  transport: "tcp",
  scheme: "tcp",
  host: "localhost",
  port: 2181,
  authority: "localhost:2181",
  url: "tcp://localhost:2181",
  container: {
    host: "deeplens-zookeeper",
    port: 2181,
    authority: "deeplens-zookeeper:2181",
    url: "tcp://deeplens-zookeeper:2181",
  },
  addrVariable: "DEEPLENS_ZOOKEEPER_ADDR",
  listenVariable: "DEEPLENS_ZOOKEEPER_LISTEN",
  serviceHostVariable: "DEEPLENS_ZOOKEEPER_HOST",
  mapHostVariable: "DEEPLENS_HOST",
  deprecated: null,
} as const;

/**
 * Grafana: Monitoring dashboards
 */
export const GRAFANA = {
  name: "grafana",
  title: "Grafana",
  purpose: "Monitoring dashboards",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 3000,
  authority: "localhost:3000",
  url: "http://localhost:3000",
  container: {
    host: "deeplens-grafana",
    port: 3000,
    authority: "deeplens-grafana:3000",
    url: "http://deeplens-grafana:3000",
  },
  addrVariable: "DEEPLENS_GRAFANA_ADDR",
  listenVariable: "DEEPLENS_GRAFANA_LISTEN",
  serviceHostVariable: "DEEPLENS_GRAFANA_HOST",
  mapHostVariable: "DEEPLENS_HOST",
  deprecated: null,
} as const;

/**
 * WhatsApp Processor: WhatsApp message processing
 */
export const WHATSAPP_PROCESSOR = {
  name: "whatsapp-processor",
  title: "WhatsApp Processor",
  purpose: "WhatsApp message processing",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 3005,
  authority: "localhost:3005",
  url: "http://localhost:3005",
  container: null,
  addrVariable: "DEEPLENS_WHATSAPP_PROCESSOR_ADDR",
  listenVariable: "DEEPLENS_WHATSAPP_PROCESSOR_LISTEN",
  serviceHostVariable: "DEEPLENS_WHATSAPP_PROCESSOR_HOST",
  mapHostVariable: "DEEPLENS_HOST",
  deprecated: null,
} as const;

/**
 * Loki: Log aggregation
 */
export const LOKI = {
  name: "loki",
  title: "Loki",
  purpose: "Log aggregation",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 3100,
  authority: "localhost:3100",
  url: "http://localhost:3100",
  container: {
    host: "deeplens-loki",
    port: 3100,
    authority: "deeplens-loki:3100",
    url: "http://deeplens-loki:3100",
  },
  addrVariable: "DEEPLENS_LOKI_ADDR",
  listenVariable: "DEEPLENS_LOKI_LISTEN",
  serviceHostVariable: "DEEPLENS_LOKI_HOST",
  mapHostVariable: "DEEPLENS_HOST",
  deprecated: null,
} as const;

/**
 * Jaeger (OTLP gRPC): Trace collection (gRPC)
 */
export const JAEGER_OTLP_GRPC = {
  name: "jaeger.otlp-grpc",
  title: "Jaeger (OTLP gRPC)",
  purpose: "Trace collection (gRPC)",
  protocol: "grpc",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4317,
  authority: "localhost:4317",
  url: "http://localhost:4317",
  container: {
    host: "deeplens-jaeger",
    port: 4317,
    authority: "deeplens-jaeger:4317",
    url: "http://deeplens-jaeger:4317",
  },
  addrVariable: "DEEPLENS_JAEGER_OTLP_GRPC_ADDR",
  listenVariable: "DEEPLENS_JAEGER_OTLP_GRPC_LISTEN",
  serviceHostVariable: "DEEPLENS_JAEGER_HOST",
  mapHostVariable: "DEEPLENS_HOST",
  deprecated: null,
} as const;

/**
 * Jaeger (OTLP HTTP): Trace collection (HTTP)
 */
export const JAEGER_OTLP_HTTP = {
  name: "jaeger.otlp-http",
  title: "Jaeger (OTLP HTTP)",
  purpose: "Trace collection (HTTP)",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4318,
  authority: "localhost:4318",
  url: "http://localhost:4318",
  container: {
    host: "deeplens-jaeger",
    port: 4318,
    authority: "deeplens-jaeger:4318",
    url: "http://deeplens-jaeger:4318",
  },
  addrVariable: "DEEPLENS_JAEGER_OTLP_HTTP_ADDR",
  listenVariable: "DEEPLENS_JAEGER_OTLP_HTTP_LISTEN",
  serviceHostVariable: "DEEPLENS_JAEGER_HOST",
  mapHostVariable: "DEEPLENS_HOST",
  deprecated: null,
} as const;

/**
 * Search API: Image search & ingestion
 */
export const SEARCH_API = {
  name: "search-api",
  title: "Search API",
  purpose: "Image search & ingestion",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 5000,
  authority: "localhost:5000",
  url: "http://localhost:5000",
  container: null,
  addrVariable: "DEEPLENS_SEARCH_API_ADDR",
  listenVariable: "DEEPLENS_SEARCH_API_LISTEN",
  serviceHostVariable: "DEEPLENS_SEARCH_API_HOST",
  mapHostVariable: "DEEPLENS_HOST",
  deprecated: null,
} as const;

/**
 * Identity API: Authentication & authorization
 */
export const IDENTITY_API = {
  name: "identity-api",
  title: "Identity API",
  purpose: "Authentication & authorization",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 5198,
  authority: "localhost:5198",
  url: "http://localhost:5198",
  container: null,
  addrVariable: "DEEPLENS_IDENTITY_API_ADDR",
  listenVariable: "DEEPLENS_IDENTITY_API_LISTEN",
  serviceHostVariable: "DEEPLENS_IDENTITY_API_HOST",
  mapHostVariable: "DEEPLENS_HOST",
  deprecated: null,
} as const;

/**
 * PostgreSQL: Database (custom port)
 * avoids the default 5432
 */
export const POSTGRESQL = {
  name: "postgresql",
  title: "PostgreSQL",
  purpose: "Database (custom port)",
  protocol: "tcp",
  transport: "tcp",
  scheme: "postgresql",
  host: "localhost",
  port: 5433,
  authority: "localhost:5433",
  url: "postgresql://localhost:5433",
  container: {
    host: "deeplens-postgres",
    port: 5432,
    authority: "deeplens-postgres:5432",
    url: "postgresql://deeplens-postgres:5432",
  },
  addrVariable: "DEEPLENS_POSTGRESQL_ADDR",
  listenVariable: "DEEPLENS_POSTGRESQL_LISTEN",
  serviceHostVariable: "DEEPLENS_POSTGRESQL_HOST",
  mapHostVariable: "DEEPLENS_HOST",
  deprecated: null,
} as const;

/**
 * Qdrant (HTTP): Vector database API
 */
export const QDRANT_HTTP = {
  name: "qdrant.http",
  title: "Qdrant (HTTP)",
  purpose: "Vector database API",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 6333,
  authority: "localhost:6333",
  url: "http://localhost:6333",
  container: {
    host: "deeplens-qdrant",
    port: 6333,
    authority: "deeplens-qdrant:6333",
    url: "http://deeplens-qdrant:6333",
  },
  addrVariable: "DEEPLENS_QDRANT_HTTP_ADDR",
  listenVariable: "DEEPLENS_QDRANT_HTTP_LISTEN",
  serviceHostVariable: "DEEPLENS_QDRANT_HOST",
  mapHostVariable: "DEEPLENS_HOST",
  deprecated: null,
} as const;

/**
 * Qdrant (gRPC): Vector database gRPC
 */
export const QDRANT_GRPC = {
  name: "qdrant.grpc",
  title: "Qdrant (gRPC)",
  purpose: "Vector database gRPC",
  protocol: "grpc",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 6334,
  authority: "localhost:6334",
  url: "http://localhost:6334",
  container: {
    host: "deeplens-qdrant",
    port: 6334,
    authority: "deeplens-qdrant:6334",
    url: "http://deeplens-qdrant:6334",
  },
  addrVariable: "DEEPLENS_QDRANT_GRPC_ADDR",
  listenVariable: "DEEPLENS_QDRANT_GRPC_LISTEN",
  serviceHostVariable: "DEEPLENS_QDRANT_HOST",
  mapHostVariable: "DEEPLENS_HOST",
  deprecated: null,
} as const;

/**
 * Redis: Cache & session storage
 * conflicts only with a Redis that runs outside containers
 */
export const REDIS = {
  name: "redis",
  title: "Redis",
  purpose: "Cache & session storage",
  protocol: "tcp",
  transport: "tcp",
  scheme: "redis",
  host: "localhost",
  port: 6379,
  authority: "localhost:6379",
  url: "redis://localhost:6379",
  container: {
    host: "deeplens-redis",
    port: 6379,
    authority: "deeplens-redis:6379",
    url: "redis://deeplens-redis:6379",
  },
  addrVariable: "DEEPLENS_REDIS_ADDR",
  listenVariable: "DEEPLENS_REDIS_LISTEN",
  serviceHostVariable: "DEEPLENS_REDIS_HOST",
  mapHostVariable: "DEEPLENS_HOST",
  deprecated: null,
} as const;

/**
 * Feature Extraction: AI/ML feature extraction
 */
export const FEATURE_EXTRACTION = {
  name: "feature-extraction",
  title: "Feature Extraction",
  purpose: "AI/ML feature extraction",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 8001,
  authority: "localhost:8001",
  url: "http://localhost:8001",
  container: {
    host: "deeplens-feature-extraction",
    port: 8001,
    authority: "deeplens-feature-extraction:8001",
    url: "http://deeplens-feature-extraction:8001",
  },
  addrVariable: "DEEPLENS_FEATURE_EXTRACTION_ADDR",
  listenVariable: "DEEPLENS_FEATURE_EXTRACTION_LISTEN",
  serviceHostVariable: "DEEPLENS_FEATURE_EXTRACTION_HOST",
  mapHostVariable: "DEEPLENS_HOST",
  deprecated: null,
} as const;

/**
 * OTel Collector (metrics): Collector internal metrics
 */
export const OTEL_COLLECTOR_METRICS = {
  name: "otel-collector.metrics",
  title: "OTel Collector (metrics)",
  purpose: "Collector internal metrics",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 8888,
  authority: "localhost:8888",
  url: "http://localhost:8888",
  container: {
    host: "deeplens-otel-collector",
    port: 8888,
    authority: "deeplens-otel-collector:8888",
    url: "http://deeplens-otel-collector:8888",
  },
  addrVariable: "DEEPLENS_OTEL_COLLECTOR_METRICS_ADDR",
  listenVariable: "DEEPLENS_OTEL_COLLECTOR_METRICS_LISTEN",
  serviceHostVariable: "DEEPLENS_OTEL_COLLECTOR_HOST",
  mapHostVariable: "DEEPLENS_HOST",
  deprecated: null,
} as const;

/**
 * OTel Collector (Prom): Prometheus exporter
 */
export const OTEL_COLLECTOR_PROMETHEUS = {
  name: "otel-collector.prometheus",
  title: "OTel Collector (Prom)",
  purpose: "Prometheus exporter",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 8889,
  authority: "localhost:8889",
  url: "http://localhost:8889",
  container: {
    host: "deeplens-otel-collector",
    port: 8889,
    authority: "deeplens-otel-collector:8889",
    url: "http://deeplens-otel-collector:8889",
  },
  addrVariable: "DEEPLENS_OTEL_COLLECTOR_PROMETHEUS_ADDR",
  listenVariable: "DEEPLENS_OTEL_COLLECTOR_PROMETHEUS_LISTEN",
  serviceHostVariable: "DEEPLENS_OTEL_COLLECTOR_HOST",
  mapHostVariable: "DEEPLENS_HOST",
  deprecated: null,
} as const;

/**
 * MinIO (API): Object storage API
 */
export const MINIO_API = {
  name: "minio.api",
  title: "MinIO (API)",
  purpose: "Object storage API",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 9000,
  authority: "localhost:9000",
  url: "http://localhost:9000",
  container: {
    host: "deeplens-minio",
    port: 9000,
    authority: "deeplens-minio:9000",
    url: "http://deeplens-minio:9000",
  },
  addrVariable: "DEEPLENS_MINIO_API_ADDR",
  listenVariable: "DEEPLENS_MINIO_API_LISTEN",
  serviceHostVariable: "DEEPLENS_MINIO_HOST",
  mapHostVariable: "DEEPLENS_HOST",
  deprecated: null,
} as const;

/**
 * MinIO (Console): Object storage web UI
 */
export const MINIO_CONSOLE = {
  name: "minio.console",
  title: "MinIO (Console)",
  purpose: "Object storage web UI",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 9001,
  authority: "localhost:9001",
  url: "http://localhost:9001",
  container: {
    host: "deeplens-minio",
    port: 9001,
    authority: "deeplens-minio:9001",
    url: "http://deeplens-minio:9001",
  },
  addrVariable: "DEEPLENS_MINIO_CONSOLE_ADDR",
  listenVariable: "DEEPLENS_MINIO_CONSOLE_LISTEN",
  serviceHostVariable: "DEEPLENS_MINIO_HOST",
  mapHostVariable: "DEEPLENS_HOST",
  deprecated: null,
} as const;

/**
 * Prometheus: Metrics database & query
 */
export const PROMETHEUS = {
  name: "prometheus",
  title: "Prometheus",
  purpose: "Metrics database & query",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 9090,
  authority: "localhost:9090",
  url: "http://localhost:9090",
  container: {
    host: "deeplens-prometheus",
    port: 9090,
    authority: "deeplens-prometheus:9090",
    url: "http://deeplens-prometheus:9090",
  },
  addrVariable: "DEEPLENS_PROMETHEUS_ADDR",
  listenVariable: "DEEPLENS_PROMETHEUS_LISTEN",
  serviceHostVariable: "DEEPLENS_PROMETHEUS_HOST",
  mapHostVariable: "DEEPLENS_HOST",
  deprecated: null,
} as const;

/**
 * Kafka: Message broker
 * conflicts only with a Kafka that runs outside containers
 */
export const KAFKA = {
  name: "kafka",
  title: "Kafka",
  purpose: "Message broker",
  protocol: "tcp",
  transport: "tcp",
  scheme: "kafka",
  host: "localhost",
  port: 9092,
  authority: "localhost:9092",
  url: "kafka://localhost:9092",
  container: {
    host: "deeplens-kafka",
    port: 9092,
    authority: "deeplens-kafka:9092",
    url: "kafka://deeplens-kafka:9092",
  },
  addrVariable: "DEEPLENS_KAFKA_ADDR",
  listenVariable: "DEEPLENS_KAFKA_LISTEN",
  serviceHostVariable: "DEEPLENS_KAFKA_HOST",
  mapHostVariable: "DEEPLENS_HOST",
  deprecated: null,
} as const;

/**
 * Jaeger (Collector gRPC): Jaeger native gRPC collector
 */
export const JAEGER_COLLECTOR_GRPC = {
  name: "jaeger.collector-grpc",
  title: "Jaeger (Collector gRPC)",
  purpose: "Jaeger native gRPC collector",
  protocol: "grpc",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 14250,
  authority: "localhost:14250",
  url: "http://localhost:14250",
  container: {
    host: "deeplens-jaeger",
    port: 14250,
    authority: "deeplens-jaeger:14250",
    url: "http://deeplens-jaeger:14250",
  },
  addrVariable: "DEEPLENS_JAEGER_COLLECTOR_GRPC_ADDR",
  listenVariable: "DEEPLENS_JAEGER_COLLECTOR_GRPC_LISTEN",
  serviceHostVariable: "DEEPLENS_JAEGER_HOST",
  mapHostVariable: "DEEPLENS_HOST",
  deprecated: null,
} as const;

/**
 * Jaeger (Collector HTTP): Jaeger native HTTP collector
 */
export const JAEGER_COLLECTOR_HTTP = {
  name: "jaeger.collector-http",
  title: "Jaeger (Collector HTTP)",
  purpose: "Jaeger native HTTP collector",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 14268,
  authority: "localhost:14268",
  url: "http://localhost:14268",
  container: {
    host: "deeplens-jaeger",
    port: 14268,
    authority: "deeplens-jaeger:14268",
    url: "http://deeplens-jaeger:14268",
  },
  addrVariable: "DEEPLENS_JAEGER_COLLECTOR_HTTP_ADDR",
  listenVariable: "DEEPLENS_JAEGER_COLLECTOR_HTTP_LISTEN",
  serviceHostVariable: "DEEPLENS_JAEGER_HOST",
  mapHostVariable: "DEEPLENS_HOST",
  deprecated: null,
} as const;

/**
 * Jaeger (UI): Jaeger web interface
 */
export const JAEGER_UI = {
  name: "jaeger.ui",
  title: "Jaeger (UI)",
  purpose: "Jaeger web interface",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 16686,
  authority: "localhost:16686",
  url: "http://localhost:16686",
  container: {
    host: "deeplens-jaeger",
    port: 16686,
    authority: "deeplens-jaeger:16686",
    url: "http://deeplens-jaeger:16686",
  },
  addrVariable: "DEEPLENS_JAEGER_UI_ADDR",
  listenVariable: "DEEPLENS_JAEGER_UI_LISTEN",
  serviceHostVariable: "DEEPLENS_JAEGER_HOST",
  mapHostVariable: "DEEPLENS_HOST",
  deprecated: null,
} as const;

/** Every endpoint with one port on the host. */
export const ALL = [
  ZOOKEEPER,
  GRAFANA,
  WHATSAPP_PROCESSOR,
  LOKI,
  JAEGER_OTLP_GRPC,
  JAEGER_OTLP_HTTP,
  SEARCH_API,
  IDENTITY_API,
  POSTGRESQL,
  QDRANT_HTTP,
  QDRANT_GRPC,
  REDIS,
  FEATURE_EXTRACTION,
  OTEL_COLLECTOR_METRICS,
  OTEL_COLLECTOR_PROMETHEUS,
  MINIO_API,
  MINIO_CONSOLE,
  PROMETHEUS,
  KAFKA,
  JAEGER_COLLECTOR_GRPC,
  JAEGER_COLLECTOR_HTTP,
  JAEGER_UI,
] as const;

/** Every range of ports. */
export const RANGES = [] as const;

/** Every endpoint on the container network alone. */
export const CONTAINER_ENDPOINTS = [] as const;
