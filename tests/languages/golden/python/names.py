"""Made by `deeplens-ports export python` from the map Names: 2nd, of 名前.

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


CLASS: Final = Endpoint(
    name="class",
    title="class",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4000,
    authority="localhost:4000",
    url="http://localhost:4000",
    container=None,
    addr_variable="NAMES_2ND_CLASS_ADDR",
    listen_variable="NAMES_2ND_CLASS_LISTEN",
    service_host_variable="NAMES_2ND_CLASS_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""class"""

DEFAULT: Final = Endpoint(
    name="default",
    title="default",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4001,
    authority="localhost:4001",
    url="http://localhost:4001",
    container=None,
    addr_variable="NAMES_2ND_DEFAULT_ADDR",
    listen_variable="NAMES_2ND_DEFAULT_LISTEN",
    service_host_variable="NAMES_2ND_DEFAULT_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""default"""

IMPORT: Final = Endpoint(
    name="import",
    title="import",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4002,
    authority="localhost:4002",
    url="http://localhost:4002",
    container=None,
    addr_variable="NAMES_2ND_IMPORT_ADDR",
    listen_variable="NAMES_2ND_IMPORT_LISTEN",
    service_host_variable="NAMES_2ND_IMPORT_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""import"""

NONE: Final = Endpoint(
    name="none",
    title="none",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4003,
    authority="localhost:4003",
    url="http://localhost:4003",
    container=None,
    addr_variable="NAMES_2ND_NONE_ADDR",
    listen_variable="NAMES_2ND_NONE_LISTEN",
    service_host_variable="NAMES_2ND_NONE_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""none"""

PARAMS: Final = Endpoint(
    name="params",
    title="params",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4004,
    authority="localhost:4004",
    url="http://localhost:4004",
    container=None,
    addr_variable="NAMES_2ND_PARAMS_ADDR",
    listen_variable="NAMES_2ND_PARAMS_LISTEN",
    service_host_variable="NAMES_2ND_PARAMS_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""params"""

SELF: Final = Endpoint(
    name="self",
    title="self",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4005,
    authority="localhost:4005",
    url="http://localhost:4005",
    container=None,
    addr_variable="NAMES_2ND_SELF_ADDR",
    listen_variable="NAMES_2ND_SELF_LISTEN",
    service_host_variable="NAMES_2ND_SELF_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""self"""

FUNCTION: Final = Endpoint(
    name="function",
    title="function",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4006,
    authority="localhost:4006",
    url="http://localhost:4006",
    container=None,
    addr_variable="NAMES_2ND_FUNCTION_ADDR",
    listen_variable="NAMES_2ND_FUNCTION_LISTEN",
    service_host_variable="NAMES_2ND_FUNCTION_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""function"""

IF: Final = Endpoint(
    name="if",
    title="if",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4007,
    authority="localhost:4007",
    url="http://localhost:4007",
    container=None,
    addr_variable="NAMES_2ND_IF_ADDR",
    listen_variable="NAMES_2ND_IF_LISTEN",
    service_host_variable="NAMES_2ND_IF_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""if"""

PARAM: Final = Endpoint(
    name="param",
    title="param",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4008,
    authority="localhost:4008",
    url="http://localhost:4008",
    container=None,
    addr_variable="NAMES_2ND_PARAM_ADDR",
    listen_variable="NAMES_2ND_PARAM_LISTEN",
    service_host_variable="NAMES_2ND_PARAM_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""param"""

FINAL: Final = Endpoint(
    name="final",
    title="final",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4009,
    authority="localhost:4009",
    url="http://localhost:4009",
    container=None,
    addr_variable="NAMES_2ND_FINAL_ADDR",
    listen_variable="NAMES_2ND_FINAL_LISTEN",
    service_host_variable="NAMES_2ND_FINAL_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""final"""

SYSTEM: Final = Endpoint(
    name="system",
    title="system",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4010,
    authority="localhost:4010",
    url="http://localhost:4010",
    container=None,
    addr_variable="NAMES_2ND_SYSTEM_ADDR",
    listen_variable="NAMES_2ND_SYSTEM_LISTEN",
    service_host_variable="NAMES_2ND_SYSTEM_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated="C# has a namespace of that name",
)
"""system

Deprecated: C# has a namespace of that name
"""

STRING: Final = Endpoint(
    name="string",
    title="string",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4011,
    authority="localhost:4011",
    url="http://localhost:4011",
    container=None,
    addr_variable="NAMES_2ND_STRING_ADDR",
    listen_variable="NAMES_2ND_STRING_LISTEN",
    service_host_variable="NAMES_2ND_STRING_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""string"""

URL: Final = Endpoint(
    name="url",
    title="url",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4012,
    authority="localhost:4012",
    url="http://localhost:4012",
    container=None,
    addr_variable="NAMES_2ND_URL_ADDR",
    listen_variable="NAMES_2ND_URL_LISTEN",
    service_host_variable="NAMES_2ND_URL_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""url"""

JSON: Final = Endpoint(
    name="json",
    title="json",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4013,
    authority="localhost:4013",
    url="http://localhost:4013",
    container=None,
    addr_variable="NAMES_2ND_JSON_ADDR",
    listen_variable="NAMES_2ND_JSON_LISTEN",
    service_host_variable="NAMES_2ND_JSON_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""json"""

TRUE: Final = Endpoint(
    name="true",
    title="true",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4014,
    authority="localhost:4014",
    url="http://localhost:4014",
    container=None,
    addr_variable="NAMES_2ND_TRUE_ADDR",
    listen_variable="NAMES_2ND_TRUE_LISTEN",
    service_host_variable="NAMES_2ND_TRUE_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""true"""

COUNT: Final = Endpoint(
    name="count",
    title="count",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4020,
    authority="localhost:4020",
    url="http://localhost:4020",
    container=None,
    addr_variable="NAMES_2ND_COUNT_ADDR",
    listen_variable="NAMES_2ND_COUNT_LISTEN",
    service_host_variable="NAMES_2ND_COUNT_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""count"""

KEYS: Final = Endpoint(
    name="keys",
    title="keys",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4021,
    authority="localhost:4021",
    url="http://localhost:4021",
    container=None,
    addr_variable="NAMES_2ND_KEYS_ADDR",
    listen_variable="NAMES_2ND_KEYS_LISTEN",
    service_host_variable="NAMES_2ND_KEYS_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""keys"""

EQUALS: Final = Endpoint(
    name="equals",
    title="equals",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4022,
    authority="localhost:4022",
    url="http://localhost:4022",
    container=None,
    addr_variable="NAMES_2ND_EQUALS_ADDR",
    listen_variable="NAMES_2ND_EQUALS_LISTEN",
    service_host_variable="NAMES_2ND_EQUALS_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""equals"""

GET_TYPE: Final = Endpoint(
    name="get-type",
    title="get-type",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4023,
    authority="localhost:4023",
    url="http://localhost:4023",
    container=None,
    addr_variable="NAMES_2ND_GET_TYPE_ADDR",
    listen_variable="NAMES_2ND_GET_TYPE_LISTEN",
    service_host_variable="NAMES_2ND_GET_TYPE_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""get-type"""

PORTS: Final = Endpoint(
    name="ports",
    title="ports",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4024,
    authority="localhost:4024",
    url="http://localhost:4024",
    container=None,
    addr_variable="NAMES_2ND_PORTS_ADDR",
    listen_variable="NAMES_2ND_PORTS_LISTEN",
    service_host_variable="NAMES_2ND_PORTS_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""ports"""

HOST: Final = Endpoint(
    name="host",
    title="host",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4025,
    authority="localhost:4025",
    url="http://localhost:4025",
    container=None,
    addr_variable="NAMES_2ND_HOST_ADDR",
    listen_variable="NAMES_2ND_HOST_LISTEN",
    service_host_variable="NAMES_2ND_HOST_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""host"""

ENDPOINT: Final = Endpoint(
    name="endpoint",
    title="endpoint",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4026,
    authority="localhost:4026",
    url="http://localhost:4026",
    container=None,
    addr_variable="NAMES_2ND_ENDPOINT_ADDR",
    listen_variable="NAMES_2ND_ENDPOINT_LISTEN",
    service_host_variable="NAMES_2ND_ENDPOINT_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""endpoint"""

PS_OBJECT: Final = Endpoint(
    name="ps-object",
    title="ps-object",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4027,
    authority="localhost:4027",
    url="http://localhost:4027",
    container=None,
    addr_variable="NAMES_2ND_PS_OBJECT_ADDR",
    listen_variable="NAMES_2ND_PS_OBJECT_LISTEN",
    service_host_variable="NAMES_2ND_PS_OBJECT_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""ps-object"""

WEB_1: Final = Endpoint(
    name="web-1",
    title="web-1",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4030,
    authority="localhost:4030",
    url="http://localhost:4030",
    container=None,
    addr_variable="NAMES_2ND_WEB_1_ADDR",
    listen_variable="NAMES_2ND_WEB_1_LISTEN",
    service_host_variable="NAMES_2ND_WEB_1_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""web-1"""

WEB1: Final = Endpoint(
    name="web1",
    title="web1",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4031,
    authority="localhost:4031",
    url="http://localhost:4031",
    container=None,
    addr_variable="NAMES_2ND_WEB1_ADDR",
    listen_variable="NAMES_2ND_WEB1_LISTEN",
    service_host_variable="NAMES_2ND_WEB1_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""web1"""

AB_C: Final = Endpoint(
    name="ab-c",
    title="ab-c",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4032,
    authority="localhost:4032",
    url="http://localhost:4032",
    container=None,
    addr_variable="NAMES_2ND_AB_C_ADDR",
    listen_variable="NAMES_2ND_AB_C_LISTEN",
    service_host_variable="NAMES_2ND_AB_C_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""ab-c"""

A_BC: Final = Endpoint(
    name="a-bc",
    title="a-bc",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4033,
    authority="localhost:4033",
    url="http://localhost:4033",
    container=None,
    addr_variable="NAMES_2ND_A_BC_ADDR",
    listen_variable="NAMES_2ND_A_BC_LISTEN",
    service_host_variable="NAMES_2ND_A_BC_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""a-bc"""

ABC: Final = Endpoint(
    name="ABC",
    title="ABC",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4034,
    authority="localhost:4034",
    url="http://localhost:4034",
    container=None,
    addr_variable="NAMES_2ND_ABC_ADDR",
    listen_variable="NAMES_2ND_ABC_LISTEN",
    service_host_variable="NAMES_2ND_ABC_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""ABC"""

VAL_UES: Final = Endpoint(
    name="val-ues",
    title="val-ues",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4035,
    authority="localhost:4035",
    url="http://localhost:4035",
    container=None,
    addr_variable="NAMES_2ND_VAL_UES_ADDR",
    listen_variable="NAMES_2ND_VAL_UES_LISTEN",
    service_host_variable="NAMES_2ND_VAL_UES_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""val-ues"""

VALUES: Final = Endpoint(
    name="values",
    title="values",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    port=4036,
    authority="localhost:4036",
    url="http://localhost:4036",
    container=None,
    addr_variable="NAMES_2ND_VALUES_ADDR",
    listen_variable="NAMES_2ND_VALUES_LISTEN",
    service_host_variable="NAMES_2ND_VALUES_HOST",
    map_host_variable="NAMES_2ND_HOST",
    deprecated=None,
)
"""values"""

V_ALUES: Final = PortRange(
    name="v-alues",
    title="v-alues",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    host="localhost",
    first=4037,
    last=4038,
    step=1,
    deprecated=None,
)
"""v-alues"""

CONTAINER: Final = ContainerEndpoint(
    name="container",
    title="container",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    container=ContainerAddress(
        host="names",
        port=80,
        authority="names:80",
        url="http://names:80",
    ),
    addr_variable="NAMES_2ND_CONTAINER_ADDR",
    deprecated=None,
)
"""container"""

CONTAINER_HOST: Final = ContainerEndpoint(
    name="container.host",
    title="container host",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    container=ContainerAddress(
        host="names",
        port=81,
        authority="names:81",
        url="http://names:81",
    ),
    addr_variable="NAMES_2ND_CONTAINER_HOST_ADDR",
    deprecated=None,
)
"""container host"""

CONTAINER_PORT_2X: Final = ContainerEndpoint(
    name="container.port-2x",
    title="container port-2x",
    purpose="",
    protocol="http",
    transport="tcp",
    scheme="http",
    container=ContainerAddress(
        host="names",
        port=82,
        authority="names:82",
        url="http://names:82",
    ),
    addr_variable="NAMES_2ND_CONTAINER_PORT_2X_ADDR",
    deprecated=None,
)
"""container port-2x"""

ALL: Final[tuple[Endpoint, ...]] = (
    CLASS,
    DEFAULT,
    IMPORT,
    NONE,
    PARAMS,
    SELF,
    FUNCTION,
    IF,
    PARAM,
    FINAL,
    SYSTEM,
    STRING,
    URL,
    JSON,
    TRUE,
    COUNT,
    KEYS,
    EQUALS,
    GET_TYPE,
    PORTS,
    HOST,
    ENDPOINT,
    PS_OBJECT,
    WEB_1,
    WEB1,
    AB_C,
    A_BC,
    ABC,
    VAL_UES,
    VALUES,
)

RANGES: Final[tuple[PortRange, ...]] = (V_ALUES,)

CONTAINER_ENDPOINTS: Final[tuple[ContainerEndpoint, ...]] = (
    CONTAINER,
    CONTAINER_HOST,
    CONTAINER_PORT_2X,
)
