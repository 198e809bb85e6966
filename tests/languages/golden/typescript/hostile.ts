// Made by `deeplens-ports export typescript` from the map hostile. Changes belong into the map.
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
 * `code`, ``more`` and a lone ` tick: see https://example.com/a_b?c=d, www.example.com, <https://example.com> and me\@example.com
 * ```rust panic!("run"); ``` indented(); *\/ /* #[doc] "quotes" r#"raw"# \ back \n {} | pipe | *star* _under_ ~~struck~~ [^1] $x$
 */
export const SELF = {
  name: "self",
  title: "`code`, ``more`` and a lone ` tick",
  purpose:
    "see https://example.com/a_b?c=d, www.example.com, <https://example.com> and me@example.com",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4000,
  authority: "localhost:4000",
  url: "http://localhost:4000",
  container: null,
  addrVariable: "H_SELF_ADDR",
  listenVariable: "H_SELF_LISTEN",
  serviceHostVariable: "H_SELF_HOST",
  mapHostVariable: "H_HOST",
  deprecated: null,
} as const;

/**
 * PascalCaseWord snake_case_word: cargo::error=not an instruction cargo::rerun-if-changed=/
 */
export const CRATE = {
  name: "crate",
  title: "PascalCaseWord snake_case_word",
  purpose: "cargo::error=not an instruction\ncargo::rerun-if-changed=/",
  protocol: "http",
  transport: "tcp",
  scheme: "a+b-c.d",
  host: "localhost",
  port: 4001,
  authority: "localhost:4001",
  url: "a+b-c.d://localhost:4001",
  container: null,
  addrVariable: "H_CRATE_ADDR",
  listenVariable: "H_CRATE_LISTEN",
  serviceHostVariable: "H_CRATE_HOST",
  mapHostVariable: "H_HOST",
  deprecated: null,
} as const;

/**
 * type
 * @deprecated use `[crate]` <instead> "now" or later
 */
export const TYPE = {
  name: "type",
  title: "type",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4002,
  authority: "localhost:4002",
  url: "http://localhost:4002",
  container: null,
  addrVariable: "H_TYPE_ADDR",
  listenVariable: "H_TYPE_LISTEN",
  serviceHostVariable: "H_TYPE_HOST",
  mapHostVariable: "H_HOST",
  deprecated: 'use `[crate]` <instead> "now"\nor later',
} as const;

/**
 * super gen
 */
export const SUPER_GEN = {
  name: "super.gen",
  title: "super gen",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4003,
  authority: "localhost:4003",
  url: "http://localhost:4003",
  container: null,
  addrVariable: "H_SUPER_GEN_ADDR",
  listenVariable: "H_SUPER_GEN_LISTEN",
  serviceHostVariable: "H_SUPER_HOST",
  mapHostVariable: "H_HOST",
  deprecated: null,
} as const;

/**
 * a title of more than two hundred characters, so that a doc comment with a long first paragraph would be found by a lint that looks at the length of the first paragraph, which it must not be, since nob…: a text of more than two hundred characters, so that a doc comment with a long first paragraph would be found by a lint that looks at the length of the first paragraph, which it must not be, since nobo…
 */
export const NONE = {
  name: "none",
  title:
    "a title of more than two hundred characters, so that a doc comment with a long first paragraph would be found by a lint that looks at the length of the first paragraph, which it must not be, since nobody can change it",
  purpose:
    "a text of more than two hundred characters, so that a doc comment with a long first paragraph would be found by a lint that looks at the length of the first paragraph, which it must not be, since nobody can change it",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 4004,
  authority: "localhost:4004",
  url: "http://localhost:4004",
  container: null,
  addrVariable: "H_NONE_ADDR",
  listenVariable: "H_NONE_LISTEN",
  serviceHostVariable: "H_NONE_HOST",
  mapHostVariable: "H_HOST",
  deprecated: null,
} as const;

/**
 * option
 */
export const OPTION = {
  name: "option",
  title: "option",
  purpose: "",
  protocol: "tcp",
  transport: "tcp",
  scheme: "tcp",
  host: "localhost",
  port: 4005,
  authority: "localhost:4005",
  url: "tcp://localhost:4005",
  container: null,
  addrVariable: "H_OPTION_ADDR",
  listenVariable: "H_OPTION_LISTEN",
  serviceHostVariable: "H_OPTION_HOST",
  mapHostVariable: "H_HOST",
  deprecated: null,
} as const;

/**
 * map
 */
export const MAP = {
  name: "map",
  title: "map",
  purpose: "",
  protocol: "tcp",
  transport: "tcp",
  scheme: "tcp",
  host: "localhost",
  port: 4006,
  authority: "localhost:4006",
  url: "tcp://localhost:4006",
  container: null,
  addrVariable: "H_MAP_ADDR",
  listenVariable: "H_MAP_LISTEN",
  serviceHostVariable: "H_MAP_HOST",
  mapHostVariable: "H_HOST",
  deprecated: null,
} as const;

/**
 * deeplens-ports core
 */
export const DEEPLENS_PORTS_CORE = {
  name: "deeplens-ports.core",
  title: "deeplens-ports core",
  purpose: "",
  protocol: "udp",
  transport: "udp",
  scheme: "udp",
  host: "localhost",
  port: 4007,
  authority: "localhost:4007",
  url: "udp://localhost:4007",
  container: null,
  addrVariable: "H_DEEPLENS_PORTS_CORE_ADDR",
  listenVariable: "H_DEEPLENS_PORTS_CORE_LISTEN",
  serviceHostVariable: "H_DEEPLENS_PORTS_HOST",
  mapHostVariable: "H_HOST",
  deprecated: null,
} as const;

/**
 * blank
 * @deprecated [x] and [`y`](z), but `[code]`
 */
export const BLANK = {
  name: "blank",
  title: " ",
  purpose: "",
  protocol: "tcp",
  transport: "tcp",
  scheme: "tcp",
  host: "localhost",
  port: 4008,
  authority: "localhost:4008",
  url: "tcp://localhost:4008",
  container: null,
  addrVariable: "H_BLANK_ADDR",
  listenVariable: "H_BLANK_LISTEN",
  serviceHostVariable: "H_BLANK_HOST",
  mapHostVariable: "H_HOST",
  deprecated: "[x] and [`y`](z), but `[code]`",
} as const;

/**
 * Core | services
 */
export const BARS = {
  name: "bars",
  title: "Core | services",
  purpose: "",
  protocol: "tcp",
  transport: "tcp",
  scheme: "tcp",
  host: "a-host-name-of-fifty-letters-and-more-and-even-some-more.a-host-name-of-fifty-letters-and-more-and-even-some-more",
  port: 4009,
  authority:
    "a-host-name-of-fifty-letters-and-more-and-even-some-more.a-host-name-of-fifty-letters-and-more-and-even-some-more:4009",
  url: "tcp://a-host-name-of-fifty-letters-and-more-and-even-some-more.a-host-name-of-fifty-letters-and-more-and-even-some-more:4009",
  container: null,
  addrVariable: "H_BARS_ADDR",
  listenVariable: "H_BARS_LISTEN",
  serviceHostVariable: "H_BARS_HOST",
  mapHostVariable: null,
  deprecated: null,
} as const;

/**
 * zero<U+200B>width: a<U+FEFF>mark, soft<U+00AD>hyphen and word<U+2060>joiner, but 👩‍🚒 and ❤️
 * @deprecated with<U+200B>all of them
 */
export const HIDDEN = {
  name: "hidden",
  title: "zero\u200bwidth",
  purpose: "a\ufeffmark, soft\u00adhyphen and word\u2060joiner, but 👩‍🚒 and ❤️",
  protocol: "tcp",
  transport: "tcp",
  scheme: "tcp",
  host: "localhost",
  port: 4010,
  authority: "localhost:4010",
  url: "tcp://localhost:4010",
  container: null,
  addrVariable: "H_HIDDEN_ADDR",
  listenVariable: "H_HIDDEN_LISTEN",
  serviceHostVariable: "H_HIDDEN_HOST",
  mapHostVariable: "H_HOST",
  deprecated: "with\u200ball of them",
} as const;

/** Every endpoint with one port on the host. */
export const ALL = [
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
] as const;

/** Every range of ports. */
export const RANGES = [] as const;

/** Every endpoint on the container network alone. */
export const CONTAINER_ENDPOINTS = [] as const;
