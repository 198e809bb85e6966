"""Made by `deeplens-ports export python` from the map hostile.

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


SELF: Final = Endpoint(
    name="self",
    title="`code`, ``more`` and a lone ` tick",
    purpose="see https://example.com/a_b?c=d, www.example.com, <https://example.com> and me@example.com",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4000,
    authority="localhost:4000",
    url="http://localhost:4000",
    container=None,
    addr_variable="H_SELF_ADDR",
    listen_variable="H_SELF_LISTEN",
    service_host_variable="H_SELF_HOST",
    map_host_variable="H_HOST",
    deprecated=None,
)
"""`code`, ``more`` and a lone ` tick: see https://example.com/a_b?c=d, www.example.com, <https://example.com> and me@example.com

```rust panic!(\"run\"); ``` indented(); */ /* #[doc] \"quotes\" r#\"raw\"# \\ back \\n {} | pipe | *star* _under_ ~~struck~~ [^1] $x$
"""

CRATE: Final = Endpoint(
    name="crate",
    title="PascalCaseWord snake_case_word",
    purpose="cargo::error=not an instruction\ncargo::rerun-if-changed=/",
    protocol="http",
    transport="tcp",
    scheme="a+b-c.d",
    host="localhost",
    port=4001,
    authority="localhost:4001",
    url="a+b-c.d://localhost:4001",
    container=None,
    addr_variable="H_CRATE_ADDR",
    listen_variable="H_CRATE_LISTEN",
    service_host_variable="H_CRATE_HOST",
    map_host_variable="H_HOST",
    deprecated=None,
)
"""PascalCaseWord snake_case_word: cargo::error=not an instruction cargo::rerun-if-changed=/"""

TYPE: Final = Endpoint(
    name="type",
    title="type",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4002,
    authority="localhost:4002",
    url="http://localhost:4002",
    container=None,
    addr_variable="H_TYPE_ADDR",
    listen_variable="H_TYPE_LISTEN",
    service_host_variable="H_TYPE_HOST",
    map_host_variable="H_HOST",
    deprecated='use `[crate]` <instead> "now"\nor later',
)
"""type

Deprecated: use `[crate]` <instead> \"now\" or later
"""

SUPER_GEN: Final = Endpoint(
    name="super.gen",
    title="super gen",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4003,
    authority="localhost:4003",
    url="http://localhost:4003",
    container=None,
    addr_variable="H_SUPER_GEN_ADDR",
    listen_variable="H_SUPER_GEN_LISTEN",
    service_host_variable="H_SUPER_HOST",
    map_host_variable="H_HOST",
    deprecated=None,
)
"""super gen"""

NONE: Final = Endpoint(
    name="none",
    title="a title of more than two hundred characters, so that a doc comment with a long first paragraph would be found by a lint that looks at the length of the first paragraph, which it must not be, since nobody can change it",
    purpose="a text of more than two hundred characters, so that a doc comment with a long first paragraph would be found by a lint that looks at the length of the first paragraph, which it must not be, since nobody can change it",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4004,
    authority="localhost:4004",
    url="http://localhost:4004",
    container=None,
    addr_variable="H_NONE_ADDR",
    listen_variable="H_NONE_LISTEN",
    service_host_variable="H_NONE_HOST",
    map_host_variable="H_HOST",
    deprecated=None,
)
"""a title of more than two hundred characters, so that a doc comment with a long first paragraph would be found by a lint that looks at the length of the first paragraph, which it must not be, since nob…: a text of more than two hundred characters, so that a doc comment with a long first paragraph would be found by a lint that looks at the length of the first paragraph, which it must not be, since nobo…"""

OPTION: Final = Endpoint(
    name="option",
    title="option",
    purpose="",
    protocol="tcp",
    transport="tcp",
    scheme="tcp",
    host="localhost",
    port=4005,
    authority="localhost:4005",
    url="tcp://localhost:4005",
    container=None,
    addr_variable="H_OPTION_ADDR",
    listen_variable="H_OPTION_LISTEN",
    service_host_variable="H_OPTION_HOST",
    map_host_variable="H_HOST",
    deprecated=None,
)
"""option"""

MAP: Final = Endpoint(
    name="map",
    title="map",
    purpose="",
    protocol="tcp",
    transport="tcp",
    scheme="tcp",
    host="localhost",
    port=4006,
    authority="localhost:4006",
    url="tcp://localhost:4006",
    container=None,
    addr_variable="H_MAP_ADDR",
    listen_variable="H_MAP_LISTEN",
    service_host_variable="H_MAP_HOST",
    map_host_variable="H_HOST",
    deprecated=None,
)
"""map"""

DEEPLENS_PORTS_CORE: Final = Endpoint(
    name="deeplens-ports.core",
    title="deeplens-ports core",
    purpose="",
    protocol="udp",
    transport="udp",
    scheme="udp",
    host="localhost",
    port=4007,
    authority="localhost:4007",
    url="udp://localhost:4007",
    container=None,
    addr_variable="H_DEEPLENS_PORTS_CORE_ADDR",
    listen_variable="H_DEEPLENS_PORTS_CORE_LISTEN",
    service_host_variable="H_DEEPLENS_PORTS_HOST",
    map_host_variable="H_HOST",
    deprecated=None,
)
"""deeplens-ports core"""

BLANK: Final = Endpoint(
    name="blank",
    title=" ",
    purpose="",
    protocol="tcp",
    transport="tcp",
    scheme="tcp",
    host="localhost",
    port=4008,
    authority="localhost:4008",
    url="tcp://localhost:4008",
    container=None,
    addr_variable="H_BLANK_ADDR",
    listen_variable="H_BLANK_LISTEN",
    service_host_variable="H_BLANK_HOST",
    map_host_variable="H_HOST",
    deprecated="[x] and [`y`](z), but `[code]`",
)
"""blank

Deprecated: [x] and [`y`](z), but `[code]`
"""

BARS: Final = Endpoint(
    name="bars",
    title="Core | services",
    purpose="",
    protocol="tcp",
    transport="tcp",
    scheme="tcp",
    host="a-host-name-of-fifty-letters-and-more-and-even-some-more.a-host-name-of-fifty-letters-and-more-and-even-some-more",
    port=4009,
    authority="a-host-name-of-fifty-letters-and-more-and-even-some-more.a-host-name-of-fifty-letters-and-more-and-even-some-more:4009",
    url="tcp://a-host-name-of-fifty-letters-and-more-and-even-some-more.a-host-name-of-fifty-letters-and-more-and-even-some-more:4009",
    container=None,
    addr_variable="H_BARS_ADDR",
    listen_variable="H_BARS_LISTEN",
    service_host_variable="H_BARS_HOST",
    map_host_variable=None,
    deprecated=None,
)
"""Core | services"""

HIDDEN: Final = Endpoint(
    name="hidden",
    title="zero\u200bwidth",
    purpose="a\ufeffmark, soft\u00adhyphen and word\u2060joiner, but 👩‍🚒 and ❤️",
    protocol="tcp",
    transport="tcp",
    scheme="tcp",
    host="localhost",
    port=4010,
    authority="localhost:4010",
    url="tcp://localhost:4010",
    container=None,
    addr_variable="H_HIDDEN_ADDR",
    listen_variable="H_HIDDEN_LISTEN",
    service_host_variable="H_HIDDEN_HOST",
    map_host_variable="H_HOST",
    deprecated="with\u200ball of them",
)
"""zero<U+200B>width: a<U+FEFF>mark, soft<U+00AD>hyphen and word<U+2060>joiner, but 👩‍🚒 and ❤️

Deprecated: with<U+200B>all of them
"""

ALL: Final[tuple[Endpoint, ...]] = (
    SELF,
    CRATE,
    TYPE,
    SUPER_GEN,
    NONE,
    OPTION,
    MAP,
    DEEPLENS_PORTS_CORE,
    BLANK,
    BARS,
    HIDDEN,
)

RANGES: Final[tuple[PortRange, ...]] = ()

CONTAINER_ENDPOINTS: Final[tuple[ContainerEndpoint, ...]] = ()
