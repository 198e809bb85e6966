// Made by `deeplens-ports export typescript` from the map Names: 2nd, of 名前. Changes belong into the map.
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
 * class
 */
export const CLASS = {
  name: "class",
  title: "class",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4000,
  authority: "localhost:4000",
  url: "http://localhost:4000",
  container: null,
  addrVariable: "NAMES_2ND_CLASS_ADDR",
  listenVariable: "NAMES_2ND_CLASS_LISTEN",
  serviceHostVariable: "NAMES_2ND_CLASS_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * default
 */
export const DEFAULT = {
  name: "default",
  title: "default",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4001,
  authority: "localhost:4001",
  url: "http://localhost:4001",
  container: null,
  addrVariable: "NAMES_2ND_DEFAULT_ADDR",
  listenVariable: "NAMES_2ND_DEFAULT_LISTEN",
  serviceHostVariable: "NAMES_2ND_DEFAULT_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * import
 */
export const IMPORT = {
  name: "import",
  title: "import",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4002,
  authority: "localhost:4002",
  url: "http://localhost:4002",
  container: null,
  addrVariable: "NAMES_2ND_IMPORT_ADDR",
  listenVariable: "NAMES_2ND_IMPORT_LISTEN",
  serviceHostVariable: "NAMES_2ND_IMPORT_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * none
 */
export const NONE = {
  name: "none",
  title: "none",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4003,
  authority: "localhost:4003",
  url: "http://localhost:4003",
  container: null,
  addrVariable: "NAMES_2ND_NONE_ADDR",
  listenVariable: "NAMES_2ND_NONE_LISTEN",
  serviceHostVariable: "NAMES_2ND_NONE_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * params
 */
export const PARAMS = {
  name: "params",
  title: "params",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4004,
  authority: "localhost:4004",
  url: "http://localhost:4004",
  container: null,
  addrVariable: "NAMES_2ND_PARAMS_ADDR",
  listenVariable: "NAMES_2ND_PARAMS_LISTEN",
  serviceHostVariable: "NAMES_2ND_PARAMS_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * self
 */
export const SELF = {
  name: "self",
  title: "self",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4005,
  authority: "localhost:4005",
  url: "http://localhost:4005",
  container: null,
  addrVariable: "NAMES_2ND_SELF_ADDR",
  listenVariable: "NAMES_2ND_SELF_LISTEN",
  serviceHostVariable: "NAMES_2ND_SELF_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * function
 */
export const FUNCTION = {
  name: "function",
  title: "function",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4006,
  authority: "localhost:4006",
  url: "http://localhost:4006",
  container: null,
  addrVariable: "NAMES_2ND_FUNCTION_ADDR",
  listenVariable: "NAMES_2ND_FUNCTION_LISTEN",
  serviceHostVariable: "NAMES_2ND_FUNCTION_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * if
 */
export const IF = {
  name: "if",
  title: "if",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4007,
  authority: "localhost:4007",
  url: "http://localhost:4007",
  container: null,
  addrVariable: "NAMES_2ND_IF_ADDR",
  listenVariable: "NAMES_2ND_IF_LISTEN",
  serviceHostVariable: "NAMES_2ND_IF_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * param
 */
export const PARAM = {
  name: "param",
  title: "param",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4008,
  authority: "localhost:4008",
  url: "http://localhost:4008",
  container: null,
  addrVariable: "NAMES_2ND_PARAM_ADDR",
  listenVariable: "NAMES_2ND_PARAM_LISTEN",
  serviceHostVariable: "NAMES_2ND_PARAM_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * final
 */
export const FINAL = {
  name: "final",
  title: "final",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4009,
  authority: "localhost:4009",
  url: "http://localhost:4009",
  container: null,
  addrVariable: "NAMES_2ND_FINAL_ADDR",
  listenVariable: "NAMES_2ND_FINAL_LISTEN",
  serviceHostVariable: "NAMES_2ND_FINAL_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * system
 * @deprecated C# has a namespace of that name
 */
export const SYSTEM = {
  name: "system",
  title: "system",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4010,
  authority: "localhost:4010",
  url: "http://localhost:4010",
  container: null,
  addrVariable: "NAMES_2ND_SYSTEM_ADDR",
  listenVariable: "NAMES_2ND_SYSTEM_LISTEN",
  serviceHostVariable: "NAMES_2ND_SYSTEM_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: "C# has a namespace of that name",
} as const;

/**
 * string
 */
export const STRING = {
  name: "string",
  title: "string",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4011,
  authority: "localhost:4011",
  url: "http://localhost:4011",
  container: null,
  addrVariable: "NAMES_2ND_STRING_ADDR",
  listenVariable: "NAMES_2ND_STRING_LISTEN",
  serviceHostVariable: "NAMES_2ND_STRING_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * url
 */
export const URL = {
  name: "url",
  title: "url",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4012,
  authority: "localhost:4012",
  url: "http://localhost:4012",
  container: null,
  addrVariable: "NAMES_2ND_URL_ADDR",
  listenVariable: "NAMES_2ND_URL_LISTEN",
  serviceHostVariable: "NAMES_2ND_URL_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * json
 */
export const JSON = {
  name: "json",
  title: "json",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4013,
  authority: "localhost:4013",
  url: "http://localhost:4013",
  container: null,
  addrVariable: "NAMES_2ND_JSON_ADDR",
  listenVariable: "NAMES_2ND_JSON_LISTEN",
  serviceHostVariable: "NAMES_2ND_JSON_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * true
 */
export const TRUE = {
  name: "true",
  title: "true",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4014,
  authority: "localhost:4014",
  url: "http://localhost:4014",
  container: null,
  addrVariable: "NAMES_2ND_TRUE_ADDR",
  listenVariable: "NAMES_2ND_TRUE_LISTEN",
  serviceHostVariable: "NAMES_2ND_TRUE_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * count
 */
export const COUNT = {
  name: "count",
  title: "count",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4020,
  authority: "localhost:4020",
  url: "http://localhost:4020",
  container: null,
  addrVariable: "NAMES_2ND_COUNT_ADDR",
  listenVariable: "NAMES_2ND_COUNT_LISTEN",
  serviceHostVariable: "NAMES_2ND_COUNT_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * keys
 */
export const KEYS = {
  name: "keys",
  title: "keys",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4021,
  authority: "localhost:4021",
  url: "http://localhost:4021",
  container: null,
  addrVariable: "NAMES_2ND_KEYS_ADDR",
  listenVariable: "NAMES_2ND_KEYS_LISTEN",
  serviceHostVariable: "NAMES_2ND_KEYS_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * equals
 */
export const EQUALS = {
  name: "equals",
  title: "equals",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4022,
  authority: "localhost:4022",
  url: "http://localhost:4022",
  container: null,
  addrVariable: "NAMES_2ND_EQUALS_ADDR",
  listenVariable: "NAMES_2ND_EQUALS_LISTEN",
  serviceHostVariable: "NAMES_2ND_EQUALS_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * get-type
 */
export const GET_TYPE = {
  name: "get-type",
  title: "get-type",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4023,
  authority: "localhost:4023",
  url: "http://localhost:4023",
  container: null,
  addrVariable: "NAMES_2ND_GET_TYPE_ADDR",
  listenVariable: "NAMES_2ND_GET_TYPE_LISTEN",
  serviceHostVariable: "NAMES_2ND_GET_TYPE_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * ports
 */
export const PORTS = {
  name: "ports",
  title: "ports",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4024,
  authority: "localhost:4024",
  url: "http://localhost:4024",
  container: null,
  addrVariable: "NAMES_2ND_PORTS_ADDR",
  listenVariable: "NAMES_2ND_PORTS_LISTEN",
  serviceHostVariable: "NAMES_2ND_PORTS_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * host
 */
export const HOST = {
  name: "host",
  title: "host",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4025,
  authority: "localhost:4025",
  url: "http://localhost:4025",
  container: null,
  addrVariable: "NAMES_2ND_HOST_ADDR",
  listenVariable: "NAMES_2ND_HOST_LISTEN",
  serviceHostVariable: "NAMES_2ND_HOST_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * endpoint
 */
export const ENDPOINT = {
  name: "endpoint",
  title: "endpoint",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4026,
  authority: "localhost:4026",
  url: "http://localhost:4026",
  container: null,
  addrVariable: "NAMES_2ND_ENDPOINT_ADDR",
  listenVariable: "NAMES_2ND_ENDPOINT_LISTEN",
  serviceHostVariable: "NAMES_2ND_ENDPOINT_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * ps-object
 */
export const PS_OBJECT = {
  name: "ps-object",
  title: "ps-object",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4027,
  authority: "localhost:4027",
  url: "http://localhost:4027",
  container: null,
  addrVariable: "NAMES_2ND_PS_OBJECT_ADDR",
  listenVariable: "NAMES_2ND_PS_OBJECT_LISTEN",
  serviceHostVariable: "NAMES_2ND_PS_OBJECT_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * web-1
 */
export const WEB_1 = {
  name: "web-1",
  title: "web-1",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4030,
  authority: "localhost:4030",
  url: "http://localhost:4030",
  container: null,
  addrVariable: "NAMES_2ND_WEB_1_ADDR",
  listenVariable: "NAMES_2ND_WEB_1_LISTEN",
  serviceHostVariable: "NAMES_2ND_WEB_1_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * web1
 */
export const WEB1 = {
  name: "web1",
  title: "web1",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4031,
  authority: "localhost:4031",
  url: "http://localhost:4031",
  container: null,
  addrVariable: "NAMES_2ND_WEB1_ADDR",
  listenVariable: "NAMES_2ND_WEB1_LISTEN",
  serviceHostVariable: "NAMES_2ND_WEB1_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * ab-c
 */
export const AB_C = {
  name: "ab-c",
  title: "ab-c",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4032,
  authority: "localhost:4032",
  url: "http://localhost:4032",
  container: null,
  addrVariable: "NAMES_2ND_AB_C_ADDR",
  listenVariable: "NAMES_2ND_AB_C_LISTEN",
  serviceHostVariable: "NAMES_2ND_AB_C_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * a-bc
 */
export const A_BC = {
  name: "a-bc",
  title: "a-bc",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4033,
  authority: "localhost:4033",
  url: "http://localhost:4033",
  container: null,
  addrVariable: "NAMES_2ND_A_BC_ADDR",
  listenVariable: "NAMES_2ND_A_BC_LISTEN",
  serviceHostVariable: "NAMES_2ND_A_BC_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * ABC
 */
export const ABC = {
  name: "ABC",
  title: "ABC",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4034,
  authority: "localhost:4034",
  url: "http://localhost:4034",
  container: null,
  addrVariable: "NAMES_2ND_ABC_ADDR",
  listenVariable: "NAMES_2ND_ABC_LISTEN",
  serviceHostVariable: "NAMES_2ND_ABC_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * val-ues
 */
export const VAL_UES = {
  name: "val-ues",
  title: "val-ues",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4035,
  authority: "localhost:4035",
  url: "http://localhost:4035",
  container: null,
  addrVariable: "NAMES_2ND_VAL_UES_ADDR",
  listenVariable: "NAMES_2ND_VAL_UES_LISTEN",
  serviceHostVariable: "NAMES_2ND_VAL_UES_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * values
 */
export const VALUES = {
  name: "values",
  title: "values",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4036,
  authority: "localhost:4036",
  url: "http://localhost:4036",
  container: null,
  addrVariable: "NAMES_2ND_VALUES_ADDR",
  listenVariable: "NAMES_2ND_VALUES_LISTEN",
  serviceHostVariable: "NAMES_2ND_VALUES_HOST",
  mapHostVariable: "NAMES_2ND_HOST",
  deprecated: null,
} as const;

/**
 * v-alues
 */
export const V_ALUES = {
  name: "v-alues",
  title: "v-alues",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  first: 4037,
  last: 4038,
  step: 1,
  deprecated: null,
} as const;

/**
 * container
 */
export const CONTAINER = {
  name: "container",
  title: "container",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  container: {
    host: "names",
    port: 80,
    authority: "names:80",
    url: "http://names:80",
  },
  addrVariable: "NAMES_2ND_CONTAINER_ADDR",
  deprecated: null,
} as const;

/**
 * container host
 */
export const CONTAINER_HOST = {
  name: "container.host",
  title: "container host",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  container: {
    host: "names",
    port: 81,
    authority: "names:81",
    url: "http://names:81",
  },
  addrVariable: "NAMES_2ND_CONTAINER_HOST_ADDR",
  deprecated: null,
} as const;

/**
 * container port-2x
 */
export const CONTAINER_PORT_2X = {
  name: "container.port-2x",
  title: "container port-2x",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  container: {
    host: "names",
    port: 82,
    authority: "names:82",
    url: "http://names:82",
  },
  addrVariable: "NAMES_2ND_CONTAINER_PORT_2X_ADDR",
  deprecated: null,
} as const;

/** Every endpoint with one port on the host. */
export const ALL = [
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
] as const;

/** Every range of ports. */
export const RANGES = [V_ALUES] as const;

/** Every endpoint on the container network alone. */
export const CONTAINER_ENDPOINTS = [
  CONTAINER,
  CONTAINER_HOST,
  CONTAINER_PORT_2X,
] as const;
