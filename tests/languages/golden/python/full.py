"""Made by `deeplens-ports export python` from the map Full map.

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


DNS_TCP: Final = Endpoint(
    name="dns.tcp",
    title="dns tcp",
    purpose="",
    protocol="tcp",
    transport="tcp",
    scheme="dns",
    host="dev.internal",
    port=53,
    authority="dev.internal:53",
    url="dns://dev.internal:53",
    container=None,
    addr_variable="FULL_DNS_TCP_ADDR",
    listen_variable="FULL_DNS_TCP_LISTEN",
    service_host_variable="FULL_DNS_HOST",
    map_host_variable="FULL_HOST",
    deprecated=None,
)
"""dns tcp"""

DNS_UDP: Final = Endpoint(
    name="dns.udp",
    title="dns udp",
    purpose="",
    protocol="udp",
    transport="udp",
    scheme="dns",
    host="dev.internal",
    port=53,
    authority="dev.internal:53",
    url="dns://dev.internal:53",
    container=None,
    addr_variable="FULL_DNS_UDP_ADDR",
    listen_variable="FULL_DNS_UDP_LISTEN",
    service_host_variable="FULL_DNS_HOST",
    map_host_variable="FULL_HOST",
    deprecated=None,
)
"""dns udp"""

X11: Final = Endpoint(
    name="x11",
    title="x11",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="dev.internal",
    port=6000,
    authority="dev.internal:6000",
    url="http://dev.internal:6000",
    container=None,
    addr_variable="FULL_X11_ADDR",
    listen_variable="FULL_X11_LISTEN",
    service_host_variable="FULL_X11_HOST",
    map_host_variable="FULL_HOST",
    deprecated=None,
)
"""x11"""

PROXY: Final = Endpoint(
    name="proxy",
    title="proxy",
    purpose="",
    protocol="https",
    transport="tcp",
    scheme="https",
    host="localhost",
    port=7443,
    authority="localhost:7443",
    url="https://localhost:7443",
    container=None,
    addr_variable="FULL_PROXY_ADDR",
    listen_variable="FULL_PROXY_LISTEN",
    service_host_variable="FULL_PROXY_HOST",
    map_host_variable=None,
    deprecated=None,
)
"""proxy"""

PROXY_SHOP: Final = Endpoint(
    name="proxy.shop",
    title="proxy shop",
    purpose="",
    protocol="https",
    transport="tcp",
    scheme="https",
    host="shop.dev.localhost",
    port=7443,
    authority="shop.dev.localhost:7443",
    url="https://shop.dev.localhost:7443",
    container=None,
    addr_variable="FULL_PROXY_SHOP_ADDR",
    listen_variable="FULL_PROXY_SHOP_LISTEN",
    service_host_variable="FULL_PROXY_HOST",
    map_host_variable=None,
    deprecated=None,
)
"""proxy shop"""

SITE: Final = Endpoint(
    name="site",
    title="site",
    purpose="",
    protocol="https",
    transport="tcp",
    scheme="https",
    host="site.localhost",
    port=7443,
    authority="site.localhost:7443",
    url="https://site.localhost:7443",
    container=None,
    addr_variable="FULL_SITE_ADDR",
    listen_variable="FULL_SITE_LISTEN",
    service_host_variable="FULL_SITE_HOST",
    map_host_variable=None,
    deprecated=None,
)
"""site"""

WEB: Final = Endpoint(
    name="web",
    title="Web",
    purpose="Pages",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="10.0.0.7",
    port=8080,
    authority="10.0.0.7:8080",
    url="http://10.0.0.7:8080",
    container=ContainerAddress(
        host="full-web",
        port=8080,
        authority="full-web:8080",
        url="http://full-web:8080",
    ),
    addr_variable="FULL_WEB_ADDR",
    listen_variable="FULL_WEB_LISTEN",
    service_host_variable="FULL_WEB_HOST",
    map_host_variable=None,
    deprecated=None,
)
"""Web: Pages

first second line
"""

WEB_OLD: Final = Endpoint(
    name="web.old",
    title="Web old",
    purpose="the name before",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="10.0.0.7",
    port=8080,
    authority="10.0.0.7:8080",
    url="http://10.0.0.7:8080",
    container=ContainerAddress(
        host="full-web",
        port=8080,
        authority="full-web:8080",
        url="http://full-web:8080",
    ),
    addr_variable="FULL_WEB_OLD_ADDR",
    listen_variable="FULL_WEB_OLD_LISTEN",
    service_host_variable="FULL_WEB_HOST",
    map_host_variable=None,
    deprecated="use `WEB`",
)
"""Web old: the name before

Deprecated: use `WEB`
"""

DATABASE_ADMIN: Final = Endpoint(
    name="database.admin",
    title="database admin",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="10.0.0.8",
    port=8082,
    authority="10.0.0.8:8082",
    url="http://10.0.0.8:8082",
    container=ContainerAddress(
        host="full-database",
        port=8082,
        authority="full-database:8082",
        url="http://full-database:8082",
    ),
    addr_variable="FULL_DATABASE_ADMIN_ADDR",
    listen_variable="FULL_DATABASE_ADMIN_LISTEN",
    service_host_variable="FULL_DATABASE_HOST",
    map_host_variable=None,
    deprecated=None,
)
"""database admin"""

OUTSIDE: Final = Endpoint(
    name="outside",
    title="outside",
    purpose="A second name in another service, reached in the first one's container",
    protocol="https",
    transport="tcp",
    scheme="https",
    host="::1",
    port=8443,
    authority="[::1]:8443",
    url="https://[::1]:8443",
    container=ContainerAddress(
        host="full-web",
        port=443,
        authority="full-web:443",
        url="https://full-web:443",
    ),
    addr_variable="FULL_OUTSIDE_ADDR",
    listen_variable="FULL_OUTSIDE_LISTEN",
    service_host_variable="FULL_OUTSIDE_HOST",
    map_host_variable=None,
    deprecated=None,
)
"""outside: A second name in another service, reached in the first one's container"""

WEB_TLS: Final = Endpoint(
    name="web.tls",
    title="Web (TLS)",
    purpose="",
    protocol="https",
    transport="tcp",
    scheme="https",
    host="::1",
    port=8443,
    authority="[::1]:8443",
    url="https://[::1]:8443",
    container=ContainerAddress(
        host="full-web",
        port=443,
        authority="full-web:443",
        url="https://full-web:443",
    ),
    addr_variable="FULL_WEB_TLS_ADDR",
    listen_variable="FULL_WEB_TLS_LISTEN",
    service_host_variable="FULL_WEB_HOST",
    map_host_variable=None,
    deprecated=None,
)
"""Web (TLS)"""

WEB_H3: Final = Endpoint(
    name="web.h3",
    title="Web h3",
    purpose="",
    protocol="https",
    transport="udp",
    scheme="https",
    host="10.0.0.7",
    port=8443,
    authority="10.0.0.7:8443",
    url="https://10.0.0.7:8443",
    container=ContainerAddress(
        host="full-web",
        port=443,
        authority="full-web:443",
        url="https://full-web:443",
    ),
    addr_variable="FULL_WEB_H3_ADDR",
    listen_variable="FULL_WEB_H3_LISTEN",
    service_host_variable="FULL_WEB_HOST",
    map_host_variable=None,
    deprecated=None,
)
"""Web h3"""

SEARCH_GRPC: Final = Endpoint(
    name="search.grpc",
    title="search grpc",
    purpose="",
    protocol="grpc",
    transport="tcp",
    scheme="http",
    host="10.0.0.7",
    port=35000,
    authority="10.0.0.7:35000",
    url="http://10.0.0.7:35000",
    container=None,
    addr_variable="FULL_SEARCH_GRPC_ADDR",
    listen_variable="FULL_SEARCH_GRPC_LISTEN",
    service_host_variable="FULL_SEARCH_HOST",
    map_host_variable=None,
    deprecated=None,
)
"""search grpc"""

TENANT_HTTP: Final = PortRange(
    name="tenant-http",
    title="tenant-http",
    purpose="One per tenant",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="dev.internal",
    first=6433,
    last=6533,
    step=2,
    deprecated=None,
)
"""tenant-http: One per tenant"""

TENANT_GRPC: Final = PortRange(
    name="tenant-grpc",
    title="tenant-grpc",
    purpose="",
    protocol="grpc",
    transport="tcp",
    scheme="http",
    host="dev.internal",
    first=6434,
    last=6534,
    step=2,
    deprecated="tenants share one port",
)
"""tenant-grpc

Deprecated: tenants share one port
"""

SINGLE: Final = PortRange(
    name="single",
    title="single",
    purpose="",
    protocol="udp",
    transport="udp",
    scheme="udp",
    host="dev.internal",
    first=6600,
    last=6600,
    step=1,
    deprecated=None,
)
"""single"""

DATABASE: Final = ContainerEndpoint(
    name="database",
    title="database",
    purpose="Not published",
    protocol="tcp",
    transport="tcp",
    scheme="postgresql",
    container=ContainerAddress(
        host="full-database",
        port=5432,
        authority="full-database:5432",
        url="postgresql://full-database:5432",
    ),
    addr_variable="FULL_DATABASE_ADDR",
    deprecated=None,
)
"""database: Not published"""

DATABASE_REPLICA: Final = ContainerEndpoint(
    name="database.replica",
    title="database replica",
    purpose="",
    protocol="tcp",
    transport="tcp",
    scheme="tcp",
    container=ContainerAddress(
        host="full-database",
        port=5433,
        authority="full-database:5433",
        url="tcp://full-database:5433",
    ),
    addr_variable="FULL_DATABASE_REPLICA_ADDR",
    deprecated=None,
)
"""database replica"""

DATABASE_METRICS: Final = ContainerEndpoint(
    name="database.metrics",
    title="database metrics",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    container=ContainerAddress(
        host="full-database",
        port=9187,
        authority="full-database:9187",
        url="http://full-database:9187",
    ),
    addr_variable="FULL_DATABASE_METRICS_ADDR",
    deprecated="use `DATABASE`",
)
"""database metrics

Deprecated: use `DATABASE`
"""

DATABASE_SCRAPE: Final = ContainerEndpoint(
    name="database.scrape",
    title="database scrape",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    container=ContainerAddress(
        host="full-database",
        port=9187,
        authority="full-database:9187",
        url="http://full-database:9187",
    ),
    addr_variable="FULL_DATABASE_SCRAPE_ADDR",
    deprecated=None,
)
"""database scrape"""

ALL: Final[tuple[Endpoint, ...]] = (
    DNS_TCP,
    DNS_UDP,
    X11,
    PROXY,
    PROXY_SHOP,
    SITE,
    WEB,
    WEB_OLD,
    DATABASE_ADMIN,
    OUTSIDE,
    WEB_TLS,
    WEB_H3,
    SEARCH_GRPC,
)

RANGES: Final[tuple[PortRange, ...]] = (
    TENANT_HTTP,
    TENANT_GRPC,
    SINGLE,
)

CONTAINER_ENDPOINTS: Final[tuple[ContainerEndpoint, ...]] = (
    DATABASE,
    DATABASE_REPLICA,
    DATABASE_METRICS,
    DATABASE_SCRAPE,
)
