"""Made by `deeplens-ports export python` from the map DeepLens.

Changes belong into the map.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class ContainerAddress:
    """An address on the container network."""

    host: str
    """The name of the container."""
    port: int
    authority: str
    """`host:port`"""
    url: str
    """`scheme://host:port`"""


@dataclass(frozen=True)
class Endpoint:
    """What has one port on the host."""

    name: str
    """Its name in the map, such as `service.endpoint`."""
    title: str
    purpose: str
    protocol: str
    transport: str
    scheme: str
    host: str
    port: int
    authority: str
    """`host:port`"""
    url: str
    """`scheme://host:port`"""
    container: ContainerAddress | None
    """None where it runs on the host itself."""
    addr_variable: str
    """The environment variable with its address for clients."""
    listen_variable: str
    """The environment variable with the address that its server binds."""
    service_host_variable: str
    """The environment variable with the host of its service."""
    map_host_variable: str | None
    """That of the whole map; None where the endpoint has a host of its own."""
    deprecated: str | None
    """Why it should not be used any more; else None."""


@dataclass(frozen=True)
class PortRange:
    """Many ports for things of one kind."""

    name: str
    title: str
    purpose: str
    protocol: str
    transport: str
    scheme: str
    host: str
    first: int
    last: int
    """The upper end: with a step, it need not be one of the ports."""
    step: int
    """From one port to the next."""
    deprecated: str | None

    @property
    def ports(self) -> range:
        """The ports, upwards."""
        return range(self.first, self.last + 1, self.step)


@dataclass(frozen=True)
class ContainerEndpoint:
    """What is reached on the container network alone."""

    name: str
    title: str
    purpose: str
    protocol: str
    transport: str
    scheme: str
    container: ContainerAddress
    addr_variable: str
    deprecated: str | None


ZOOKEEPER: Final = Endpoint(
    name="zookeeper",
    title="Zookeeper",
    purpose="Kafka coordination",
    protocol="tcp",
    transport="tcp",
    scheme="tcp",
    host="localhost",
    port=2181,
    authority="localhost:2181",
    url="tcp://localhost:2181",
    container=ContainerAddress(
        host="deeplens-zookeeper",
        port=2181,
        authority="deeplens-zookeeper:2181",
        url="tcp://deeplens-zookeeper:2181",
    ),
    addr_variable="DEEPLENS_ZOOKEEPER_ADDR",
    listen_variable="DEEPLENS_ZOOKEEPER_LISTEN",
    service_host_variable="DEEPLENS_ZOOKEEPER_HOST",
    map_host_variable="DEEPLENS_HOST",
    deprecated=None,
)
"""Zookeeper: Kafka coordination"""

GRAFANA: Final = Endpoint(
    name="grafana",
    title="Grafana",
    purpose="Monitoring dashboards",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=3000,
    authority="localhost:3000",
    url="http://localhost:3000",
    container=ContainerAddress(
        host="deeplens-grafana",
        port=3000,
        authority="deeplens-grafana:3000",
        url="http://deeplens-grafana:3000",
    ),
    addr_variable="DEEPLENS_GRAFANA_ADDR",
    listen_variable="DEEPLENS_GRAFANA_LISTEN",
    service_host_variable="DEEPLENS_GRAFANA_HOST",
    map_host_variable="DEEPLENS_HOST",
    deprecated=None,
)
"""Grafana: Monitoring dashboards"""

WHATSAPP_PROCESSOR: Final = Endpoint(
    name="whatsapp-processor",
    title="WhatsApp Processor",
    purpose="WhatsApp message processing",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=3005,
    authority="localhost:3005",
    url="http://localhost:3005",
    container=None,
    addr_variable="DEEPLENS_WHATSAPP_PROCESSOR_ADDR",
    listen_variable="DEEPLENS_WHATSAPP_PROCESSOR_LISTEN",
    service_host_variable="DEEPLENS_WHATSAPP_PROCESSOR_HOST",
    map_host_variable="DEEPLENS_HOST",
    deprecated=None,
)
"""WhatsApp Processor: WhatsApp message processing"""

LOKI: Final = Endpoint(
    name="loki",
    title="Loki",
    purpose="Log aggregation",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=3100,
    authority="localhost:3100",
    url="http://localhost:3100",
    container=ContainerAddress(
        host="deeplens-loki",
        port=3100,
        authority="deeplens-loki:3100",
        url="http://deeplens-loki:3100",
    ),
    addr_variable="DEEPLENS_LOKI_ADDR",
    listen_variable="DEEPLENS_LOKI_LISTEN",
    service_host_variable="DEEPLENS_LOKI_HOST",
    map_host_variable="DEEPLENS_HOST",
    deprecated=None,
)
"""Loki: Log aggregation"""

JAEGER_OTLP_GRPC: Final = Endpoint(
    name="jaeger.otlp-grpc",
    title="Jaeger (OTLP gRPC)",
    purpose="Trace collection (gRPC)",
    protocol="grpc",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4317,
    authority="localhost:4317",
    url="http://localhost:4317",
    container=ContainerAddress(
        host="deeplens-jaeger",
        port=4317,
        authority="deeplens-jaeger:4317",
        url="http://deeplens-jaeger:4317",
    ),
    addr_variable="DEEPLENS_JAEGER_OTLP_GRPC_ADDR",
    listen_variable="DEEPLENS_JAEGER_OTLP_GRPC_LISTEN",
    service_host_variable="DEEPLENS_JAEGER_HOST",
    map_host_variable="DEEPLENS_HOST",
    deprecated=None,
)
"""Jaeger (OTLP gRPC): Trace collection (gRPC)"""

JAEGER_OTLP_HTTP: Final = Endpoint(
    name="jaeger.otlp-http",
    title="Jaeger (OTLP HTTP)",
    purpose="Trace collection (HTTP)",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4318,
    authority="localhost:4318",
    url="http://localhost:4318",
    container=ContainerAddress(
        host="deeplens-jaeger",
        port=4318,
        authority="deeplens-jaeger:4318",
        url="http://deeplens-jaeger:4318",
    ),
    addr_variable="DEEPLENS_JAEGER_OTLP_HTTP_ADDR",
    listen_variable="DEEPLENS_JAEGER_OTLP_HTTP_LISTEN",
    service_host_variable="DEEPLENS_JAEGER_HOST",
    map_host_variable="DEEPLENS_HOST",
    deprecated=None,
)
"""Jaeger (OTLP HTTP): Trace collection (HTTP)"""

SEARCH_API: Final = Endpoint(
    name="search-api",
    title="Search API",
    purpose="Image search & ingestion",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=5000,
    authority="localhost:5000",
    url="http://localhost:5000",
    container=None,
    addr_variable="DEEPLENS_SEARCH_API_ADDR",
    listen_variable="DEEPLENS_SEARCH_API_LISTEN",
    service_host_variable="DEEPLENS_SEARCH_API_HOST",
    map_host_variable="DEEPLENS_HOST",
    deprecated=None,
)
"""Search API: Image search & ingestion"""

IDENTITY_API: Final = Endpoint(
    name="identity-api",
    title="Identity API",
    purpose="Authentication & authorization",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=5198,
    authority="localhost:5198",
    url="http://localhost:5198",
    container=None,
    addr_variable="DEEPLENS_IDENTITY_API_ADDR",
    listen_variable="DEEPLENS_IDENTITY_API_LISTEN",
    service_host_variable="DEEPLENS_IDENTITY_API_HOST",
    map_host_variable="DEEPLENS_HOST",
    deprecated=None,
)
"""Identity API: Authentication & authorization"""

POSTGRESQL: Final = Endpoint(
    name="postgresql",
    title="PostgreSQL",
    purpose="Database (custom port)",
    protocol="tcp",
    transport="tcp",
    scheme="postgresql",
    host="localhost",
    port=5433,
    authority="localhost:5433",
    url="postgresql://localhost:5433",
    container=ContainerAddress(
        host="deeplens-postgres",
        port=5432,
        authority="deeplens-postgres:5432",
        url="postgresql://deeplens-postgres:5432",
    ),
    addr_variable="DEEPLENS_POSTGRESQL_ADDR",
    listen_variable="DEEPLENS_POSTGRESQL_LISTEN",
    service_host_variable="DEEPLENS_POSTGRESQL_HOST",
    map_host_variable="DEEPLENS_HOST",
    deprecated=None,
)
"""PostgreSQL: Database (custom port)

avoids the default 5432
"""

QDRANT_HTTP: Final = Endpoint(
    name="qdrant.http",
    title="Qdrant (HTTP)",
    purpose="Vector database API",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=6333,
    authority="localhost:6333",
    url="http://localhost:6333",
    container=ContainerAddress(
        host="deeplens-qdrant",
        port=6333,
        authority="deeplens-qdrant:6333",
        url="http://deeplens-qdrant:6333",
    ),
    addr_variable="DEEPLENS_QDRANT_HTTP_ADDR",
    listen_variable="DEEPLENS_QDRANT_HTTP_LISTEN",
    service_host_variable="DEEPLENS_QDRANT_HOST",
    map_host_variable="DEEPLENS_HOST",
    deprecated=None,
)
"""Qdrant (HTTP): Vector database API"""

QDRANT_GRPC: Final = Endpoint(
    name="qdrant.grpc",
    title="Qdrant (gRPC)",
    purpose="Vector database gRPC",
    protocol="grpc",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=6334,
    authority="localhost:6334",
    url="http://localhost:6334",
    container=ContainerAddress(
        host="deeplens-qdrant",
        port=6334,
        authority="deeplens-qdrant:6334",
        url="http://deeplens-qdrant:6334",
    ),
    addr_variable="DEEPLENS_QDRANT_GRPC_ADDR",
    listen_variable="DEEPLENS_QDRANT_GRPC_LISTEN",
    service_host_variable="DEEPLENS_QDRANT_HOST",
    map_host_variable="DEEPLENS_HOST",
    deprecated=None,
)
"""Qdrant (gRPC): Vector database gRPC"""

REDIS: Final = Endpoint(
    name="redis",
    title="Redis",
    purpose="Cache & session storage",
    protocol="tcp",
    transport="tcp",
    scheme="redis",
    host="localhost",
    port=6379,
    authority="localhost:6379",
    url="redis://localhost:6379",
    container=ContainerAddress(
        host="deeplens-redis",
        port=6379,
        authority="deeplens-redis:6379",
        url="redis://deeplens-redis:6379",
    ),
    addr_variable="DEEPLENS_REDIS_ADDR",
    listen_variable="DEEPLENS_REDIS_LISTEN",
    service_host_variable="DEEPLENS_REDIS_HOST",
    map_host_variable="DEEPLENS_HOST",
    deprecated=None,
)
"""Redis: Cache & session storage

conflicts only with a Redis that runs outside containers
"""

FEATURE_EXTRACTION: Final = Endpoint(
    name="feature-extraction",
    title="Feature Extraction",
    purpose="AI/ML feature extraction",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=8001,
    authority="localhost:8001",
    url="http://localhost:8001",
    container=ContainerAddress(
        host="deeplens-feature-extraction",
        port=8001,
        authority="deeplens-feature-extraction:8001",
        url="http://deeplens-feature-extraction:8001",
    ),
    addr_variable="DEEPLENS_FEATURE_EXTRACTION_ADDR",
    listen_variable="DEEPLENS_FEATURE_EXTRACTION_LISTEN",
    service_host_variable="DEEPLENS_FEATURE_EXTRACTION_HOST",
    map_host_variable="DEEPLENS_HOST",
    deprecated=None,
)
"""Feature Extraction: AI/ML feature extraction"""

OTEL_COLLECTOR_METRICS: Final = Endpoint(
    name="otel-collector.metrics",
    title="OTel Collector (metrics)",
    purpose="Collector internal metrics",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=8888,
    authority="localhost:8888",
    url="http://localhost:8888",
    container=ContainerAddress(
        host="deeplens-otel-collector",
        port=8888,
        authority="deeplens-otel-collector:8888",
        url="http://deeplens-otel-collector:8888",
    ),
    addr_variable="DEEPLENS_OTEL_COLLECTOR_METRICS_ADDR",
    listen_variable="DEEPLENS_OTEL_COLLECTOR_METRICS_LISTEN",
    service_host_variable="DEEPLENS_OTEL_COLLECTOR_HOST",
    map_host_variable="DEEPLENS_HOST",
    deprecated=None,
)
"""OTel Collector (metrics): Collector internal metrics"""

OTEL_COLLECTOR_PROMETHEUS: Final = Endpoint(
    name="otel-collector.prometheus",
    title="OTel Collector (Prom)",
    purpose="Prometheus exporter",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=8889,
    authority="localhost:8889",
    url="http://localhost:8889",
    container=ContainerAddress(
        host="deeplens-otel-collector",
        port=8889,
        authority="deeplens-otel-collector:8889",
        url="http://deeplens-otel-collector:8889",
    ),
    addr_variable="DEEPLENS_OTEL_COLLECTOR_PROMETHEUS_ADDR",
    listen_variable="DEEPLENS_OTEL_COLLECTOR_PROMETHEUS_LISTEN",
    service_host_variable="DEEPLENS_OTEL_COLLECTOR_HOST",
    map_host_variable="DEEPLENS_HOST",
    deprecated=None,
)
"""OTel Collector (Prom): Prometheus exporter"""

MINIO_API: Final = Endpoint(
    name="minio.api",
    title="MinIO (API)",
    purpose="Object storage API",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=9000,
    authority="localhost:9000",
    url="http://localhost:9000",
    container=ContainerAddress(
        host="deeplens-minio",
        port=9000,
        authority="deeplens-minio:9000",
        url="http://deeplens-minio:9000",
    ),
    addr_variable="DEEPLENS_MINIO_API_ADDR",
    listen_variable="DEEPLENS_MINIO_API_LISTEN",
    service_host_variable="DEEPLENS_MINIO_HOST",
    map_host_variable="DEEPLENS_HOST",
    deprecated=None,
)
"""MinIO (API): Object storage API"""

MINIO_CONSOLE: Final = Endpoint(
    name="minio.console",
    title="MinIO (Console)",
    purpose="Object storage web UI",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=9001,
    authority="localhost:9001",
    url="http://localhost:9001",
    container=ContainerAddress(
        host="deeplens-minio",
        port=9001,
        authority="deeplens-minio:9001",
        url="http://deeplens-minio:9001",
    ),
    addr_variable="DEEPLENS_MINIO_CONSOLE_ADDR",
    listen_variable="DEEPLENS_MINIO_CONSOLE_LISTEN",
    service_host_variable="DEEPLENS_MINIO_HOST",
    map_host_variable="DEEPLENS_HOST",
    deprecated=None,
)
"""MinIO (Console): Object storage web UI"""

PROMETHEUS: Final = Endpoint(
    name="prometheus",
    title="Prometheus",
    purpose="Metrics database & query",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=9090,
    authority="localhost:9090",
    url="http://localhost:9090",
    container=ContainerAddress(
        host="deeplens-prometheus",
        port=9090,
        authority="deeplens-prometheus:9090",
        url="http://deeplens-prometheus:9090",
    ),
    addr_variable="DEEPLENS_PROMETHEUS_ADDR",
    listen_variable="DEEPLENS_PROMETHEUS_LISTEN",
    service_host_variable="DEEPLENS_PROMETHEUS_HOST",
    map_host_variable="DEEPLENS_HOST",
    deprecated=None,
)
"""Prometheus: Metrics database & query"""

KAFKA: Final = Endpoint(
    name="kafka",
    title="Kafka",
    purpose="Message broker",
    protocol="tcp",
    transport="tcp",
    scheme="kafka",
    host="localhost",
    port=9092,
    authority="localhost:9092",
    url="kafka://localhost:9092",
    container=ContainerAddress(
        host="deeplens-kafka",
        port=9092,
        authority="deeplens-kafka:9092",
        url="kafka://deeplens-kafka:9092",
    ),
    addr_variable="DEEPLENS_KAFKA_ADDR",
    listen_variable="DEEPLENS_KAFKA_LISTEN",
    service_host_variable="DEEPLENS_KAFKA_HOST",
    map_host_variable="DEEPLENS_HOST",
    deprecated=None,
)
"""Kafka: Message broker

conflicts only with a Kafka that runs outside containers
"""

JAEGER_COLLECTOR_GRPC: Final = Endpoint(
    name="jaeger.collector-grpc",
    title="Jaeger (Collector gRPC)",
    purpose="Jaeger native gRPC collector",
    protocol="grpc",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=14250,
    authority="localhost:14250",
    url="http://localhost:14250",
    container=ContainerAddress(
        host="deeplens-jaeger",
        port=14250,
        authority="deeplens-jaeger:14250",
        url="http://deeplens-jaeger:14250",
    ),
    addr_variable="DEEPLENS_JAEGER_COLLECTOR_GRPC_ADDR",
    listen_variable="DEEPLENS_JAEGER_COLLECTOR_GRPC_LISTEN",
    service_host_variable="DEEPLENS_JAEGER_HOST",
    map_host_variable="DEEPLENS_HOST",
    deprecated=None,
)
"""Jaeger (Collector gRPC): Jaeger native gRPC collector"""

JAEGER_COLLECTOR_HTTP: Final = Endpoint(
    name="jaeger.collector-http",
    title="Jaeger (Collector HTTP)",
    purpose="Jaeger native HTTP collector",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=14268,
    authority="localhost:14268",
    url="http://localhost:14268",
    container=ContainerAddress(
        host="deeplens-jaeger",
        port=14268,
        authority="deeplens-jaeger:14268",
        url="http://deeplens-jaeger:14268",
    ),
    addr_variable="DEEPLENS_JAEGER_COLLECTOR_HTTP_ADDR",
    listen_variable="DEEPLENS_JAEGER_COLLECTOR_HTTP_LISTEN",
    service_host_variable="DEEPLENS_JAEGER_HOST",
    map_host_variable="DEEPLENS_HOST",
    deprecated=None,
)
"""Jaeger (Collector HTTP): Jaeger native HTTP collector"""

JAEGER_UI: Final = Endpoint(
    name="jaeger.ui",
    title="Jaeger (UI)",
    purpose="Jaeger web interface",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=16686,
    authority="localhost:16686",
    url="http://localhost:16686",
    container=ContainerAddress(
        host="deeplens-jaeger",
        port=16686,
        authority="deeplens-jaeger:16686",
        url="http://deeplens-jaeger:16686",
    ),
    addr_variable="DEEPLENS_JAEGER_UI_ADDR",
    listen_variable="DEEPLENS_JAEGER_UI_LISTEN",
    service_host_variable="DEEPLENS_JAEGER_HOST",
    map_host_variable="DEEPLENS_HOST",
    deprecated=None,
)
"""Jaeger (UI): Jaeger web interface"""

ALL: Final[tuple[Endpoint, ...]] = (
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
)

RANGES: Final[tuple[PortRange, ...]] = ()

CONTAINER_ENDPOINTS: Final[tuple[ContainerEndpoint, ...]] = ()
