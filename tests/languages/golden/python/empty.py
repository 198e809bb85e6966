"""Made by `deeplens-ports export python` from the map Empty.

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


ALL: Final[tuple[Endpoint, ...]] = ()

RANGES: Final[tuple[PortRange, ...]] = ()

CONTAINER_ENDPOINTS: Final[tuple[ContainerEndpoint, ...]] = ()
