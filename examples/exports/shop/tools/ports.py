"""Made by `deeplens-ports export python` from the map Shop.

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


WEB: Final = Endpoint(
    name="web",
    title="Web",
    purpose="The pages, as vite serves them",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=5173,
    authority="localhost:5173",
    url="http://localhost:5173",
    container=None,
    addr_variable="SHOP_WEB_ADDR",
    listen_variable="SHOP_WEB_LISTEN",
    service_host_variable="SHOP_WEB_HOST",
    map_host_variable="SHOP_HOST",
    deprecated=None,
)
"""Web: The pages, as vite serves them"""

DATABASE: Final = Endpoint(
    name="database",
    title="Database",
    purpose="Orders and customers",
    protocol="tcp",
    transport="tcp",
    scheme="postgresql",
    host="localhost",
    port=5433,
    authority="localhost:5433",
    url="postgresql://localhost:5433",
    container=ContainerAddress(
        host="shop-database",
        port=5432,
        authority="shop-database:5432",
        url="postgresql://shop-database:5432",
    ),
    addr_variable="SHOP_DATABASE_ADDR",
    listen_variable="SHOP_DATABASE_LISTEN",
    service_host_variable="SHOP_DATABASE_HOST",
    map_host_variable="SHOP_HOST",
    deprecated=None,
)
"""Database: Orders and customers"""

API: Final = Endpoint(
    name="api",
    title="API",
    purpose="What the pages ask",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=8080,
    authority="localhost:8080",
    url="http://localhost:8080",
    container=ContainerAddress(
        host="shop-api",
        port=80,
        authority="shop-api:80",
        url="http://shop-api:80",
    ),
    addr_variable="SHOP_API_ADDR",
    listen_variable="SHOP_API_LISTEN",
    service_host_variable="SHOP_API_HOST",
    map_host_variable="SHOP_HOST",
    deprecated=None,
)
"""API: What the pages ask"""

PROMETHEUS: Final = Endpoint(
    name="prometheus",
    title="Prometheus",
    purpose="Metrics",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=9090,
    authority="localhost:9090",
    url="http://localhost:9090",
    container=ContainerAddress(
        host="shop-prometheus",
        port=9090,
        authority="shop-prometheus:9090",
        url="http://shop-prometheus:9090",
    ),
    addr_variable="SHOP_PROMETHEUS_ADDR",
    listen_variable="SHOP_PROMETHEUS_LISTEN",
    service_host_variable="SHOP_PROMETHEUS_HOST",
    map_host_variable="SHOP_HOST",
    deprecated=None,
)
"""Prometheus: Metrics"""

ALL: Final[tuple[Endpoint, ...]] = (
    WEB,
    DATABASE,
    API,
    PROMETHEUS,
)

RANGES: Final[tuple[PortRange, ...]] = ()

CONTAINER_ENDPOINTS: Final[tuple[ContainerEndpoint, ...]] = ()
