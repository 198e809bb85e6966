// Made by `deeplens-ports export typescript` from the map Full map. Changes belong into the map.
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
 * dns tcp
 */
export const DNS_TCP = {
  name: "dns.tcp",
  title: "dns tcp",
  purpose: "",
  protocol: "tcp",
  transport: "tcp",
  scheme: "dns",
  host: "dev.internal",
  port: 53,
  authority: "dev.internal:53",
  url: "dns://dev.internal:53",
  container: null,
  addrVariable: "FULL_DNS_TCP_ADDR",
  listenVariable: "FULL_DNS_TCP_LISTEN",
  serviceHostVariable: "FULL_DNS_HOST",
  mapHostVariable: "FULL_HOST",
  deprecated: null,
} as const;

/**
 * dns udp
 */
export const DNS_UDP = {
  name: "dns.udp",
  title: "dns udp",
  purpose: "",
  protocol: "udp",
  transport: "udp",
  scheme: "dns",
  host: "dev.internal",
  port: 53,
  authority: "dev.internal:53",
  url: "dns://dev.internal:53",
  container: null,
  addrVariable: "FULL_DNS_UDP_ADDR",
  listenVariable: "FULL_DNS_UDP_LISTEN",
  serviceHostVariable: "FULL_DNS_HOST",
  mapHostVariable: "FULL_HOST",
  deprecated: null,
} as const;

/**
 * x11
 */
export const X11 = {
  name: "x11",
  title: "x11",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "dev.internal",
  port: 6000,
  authority: "dev.internal:6000",
  url: "http://dev.internal:6000",
  container: null,
  addrVariable: "FULL_X11_ADDR",
  listenVariable: "FULL_X11_LISTEN",
  serviceHostVariable: "FULL_X11_HOST",
  mapHostVariable: "FULL_HOST",
  deprecated: null,
} as const;

/**
 * proxy
 */
export const PROXY = {
  name: "proxy",
  title: "proxy",
  purpose: "",
  protocol: "https",
  transport: "tcp",
  scheme: "https",
  host: "localhost",
  port: 7443,
  authority: "localhost:7443",
  url: "https://localhost:7443",
  container: null,
  addrVariable: "FULL_PROXY_ADDR",
  listenVariable: "FULL_PROXY_LISTEN",
  serviceHostVariable: "FULL_PROXY_HOST",
  mapHostVariable: null,
  deprecated: null,
} as const;

/**
 * proxy shop
 */
export const PROXY_SHOP = {
  name: "proxy.shop",
  title: "proxy shop",
  purpose: "",
  protocol: "https",
  transport: "tcp",
  scheme: "https",
  host: "shop.dev.localhost",
  port: 7443,
  authority: "shop.dev.localhost:7443",
  url: "https://shop.dev.localhost:7443",
  container: null,
  addrVariable: "FULL_PROXY_SHOP_ADDR",
  listenVariable: "FULL_PROXY_SHOP_LISTEN",
  serviceHostVariable: "FULL_PROXY_HOST",
  mapHostVariable: null,
  deprecated: null,
} as const;

/**
 * site
 */
export const SITE = {
  name: "site",
  title: "site",
  purpose: "",
  protocol: "https",
  transport: "tcp",
  scheme: "https",
  host: "site.localhost",
  port: 7443,
  authority: "site.localhost:7443",
  url: "https://site.localhost:7443",
  container: null,
  addrVariable: "FULL_SITE_ADDR",
  listenVariable: "FULL_SITE_LISTEN",
  serviceHostVariable: "FULL_SITE_HOST",
  mapHostVariable: null,
  deprecated: null,
} as const;

/**
 * Web: Pages
 * first second line
 */
export const WEB = {
  name: "web",
  title: "Web",
  purpose: "Pages",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "10.0.0.7",
  port: 8080,
  authority: "10.0.0.7:8080",
  url: "http://10.0.0.7:8080",
  container: {
    host: "full-web",
    port: 8080,
    authority: "full-web:8080",
    url: "http://full-web:8080",
  },
  addrVariable: "FULL_WEB_ADDR",
  listenVariable: "FULL_WEB_LISTEN",
  serviceHostVariable: "FULL_WEB_HOST",
  mapHostVariable: null,
  deprecated: null,
} as const;

/**
 * Web old: the name before
 * @deprecated use `WEB`
 */
export const WEB_OLD = {
  name: "web.old",
  title: "Web old",
  purpose: "the name before",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "10.0.0.7",
  port: 8080,
  authority: "10.0.0.7:8080",
  url: "http://10.0.0.7:8080",
  container: {
    host: "full-web",
    port: 8080,
    authority: "full-web:8080",
    url: "http://full-web:8080",
  },
  addrVariable: "FULL_WEB_OLD_ADDR",
  listenVariable: "FULL_WEB_OLD_LISTEN",
  serviceHostVariable: "FULL_WEB_HOST",
  mapHostVariable: null,
  deprecated: "use `WEB`",
} as const;

/**
 * database admin
 */
export const DATABASE_ADMIN = {
  name: "database.admin",
  title: "database admin",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "10.0.0.8",
  port: 8082,
  authority: "10.0.0.8:8082",
  url: "http://10.0.0.8:8082",
  container: {
    host: "full-database",
    port: 8082,
    authority: "full-database:8082",
    url: "http://full-database:8082",
  },
  addrVariable: "FULL_DATABASE_ADMIN_ADDR",
  listenVariable: "FULL_DATABASE_ADMIN_LISTEN",
  serviceHostVariable: "FULL_DATABASE_HOST",
  mapHostVariable: null,
  deprecated: null,
} as const;

/**
 * outside: A second name in another service, reached in the first one's container
 */
export const OUTSIDE = {
  name: "outside",
  title: "outside",
  purpose:
    "A second name in another service, reached in the first one's container",
  protocol: "https",
  transport: "tcp",
  scheme: "https",
  host: "::1",
  port: 8443,
  authority: "[::1]:8443",
  url: "https://[::1]:8443",
  container: {
    host: "full-web",
    port: 443,
    authority: "full-web:443",
    url: "https://full-web:443",
  },
  addrVariable: "FULL_OUTSIDE_ADDR",
  listenVariable: "FULL_OUTSIDE_LISTEN",
  serviceHostVariable: "FULL_OUTSIDE_HOST",
  mapHostVariable: null,
  deprecated: null,
} as const;

/**
 * Web (TLS)
 */
export const WEB_TLS = {
  name: "web.tls",
  title: "Web (TLS)",
  purpose: "",
  protocol: "https",
  transport: "tcp",
  scheme: "https",
  host: "::1",
  port: 8443,
  authority: "[::1]:8443",
  url: "https://[::1]:8443",
  container: {
    host: "full-web",
    port: 443,
    authority: "full-web:443",
    url: "https://full-web:443",
  },
  addrVariable: "FULL_WEB_TLS_ADDR",
  listenVariable: "FULL_WEB_TLS_LISTEN",
  serviceHostVariable: "FULL_WEB_HOST",
  mapHostVariable: null,
  deprecated: null,
} as const;

/**
 * Web h3
 */
export const WEB_H3 = {
  name: "web.h3",
  title: "Web h3",
  purpose: "",
  protocol: "https",
  transport: "udp",
  scheme: "https",
  host: "10.0.0.7",
  port: 8443,
  authority: "10.0.0.7:8443",
  url: "https://10.0.0.7:8443",
  container: {
    host: "full-web",
    port: 443,
    authority: "full-web:443",
    url: "https://full-web:443",
  },
  addrVariable: "FULL_WEB_H3_ADDR",
  listenVariable: "FULL_WEB_H3_LISTEN",
  serviceHostVariable: "FULL_WEB_HOST",
  mapHostVariable: null,
  deprecated: null,
} as const;

/**
 * search grpc
 */
export const SEARCH_GRPC = {
  name: "search.grpc",
  title: "search grpc",
  purpose: "",
  protocol: "grpc",
  transport: "tcp",
  scheme: "http",
  host: "10.0.0.7",
  port: 35000,
  authority: "10.0.0.7:35000",
  url: "http://10.0.0.7:35000",
  container: null,
  addrVariable: "FULL_SEARCH_GRPC_ADDR",
  listenVariable: "FULL_SEARCH_GRPC_LISTEN",
  serviceHostVariable: "FULL_SEARCH_HOST",
  mapHostVariable: null,
  deprecated: null,
} as const;

/**
 * tenant-http: One per tenant
 */
export const TENANT_HTTP = {
  name: "tenant-http",
  title: "tenant-http",
  purpose: "One per tenant",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "dev.internal",
  first: 6433,
  last: 6533,
  step: 2,
  deprecated: null,
} as const;

/**
 * tenant-grpc
 * @deprecated tenants share one port
 */
export const TENANT_GRPC = {
  name: "tenant-grpc",
  title: "tenant-grpc",
  purpose: "",
  protocol: "grpc",
  transport: "tcp",
  scheme: "http",
  host: "dev.internal",
  first: 6434,
  last: 6534,
  step: 2,
  deprecated: "tenants share one port",
} as const;

/**
 * single
 */
export const SINGLE = {
  name: "single",
  title: "single",
  purpose: "",
  protocol: "udp",
  transport: "udp",
  scheme: "udp",
  host: "dev.internal",
  first: 6600,
  last: 6600,
  step: 1,
  deprecated: null,
} as const;

/**
 * database: Not published
 */
export const DATABASE = {
  name: "database",
  title: "database",
  purpose: "Not published",
  protocol: "tcp",
  transport: "tcp",
  scheme: "postgresql",
  container: {
    host: "full-database",
    port: 5432,
    authority: "full-database:5432",
    url: "postgresql://full-database:5432",
  },
  addrVariable: "FULL_DATABASE_ADDR",
  deprecated: null,
} as const;

/**
 * database replica
 */
export const DATABASE_REPLICA = {
  name: "database.replica",
  title: "database replica",
  purpose: "",
  protocol: "tcp",
  transport: "tcp",
  scheme: "tcp",
  container: {
    host: "full-database",
    port: 5433,
    authority: "full-database:5433",
    url: "tcp://full-database:5433",
  },
  addrVariable: "FULL_DATABASE_REPLICA_ADDR",
  deprecated: null,
} as const;

/**
 * database metrics
 * @deprecated use `DATABASE`
 */
export const DATABASE_METRICS = {
  name: "database.metrics",
  title: "database metrics",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  container: {
    host: "full-database",
    port: 9187,
    authority: "full-database:9187",
    url: "http://full-database:9187",
  },
  addrVariable: "FULL_DATABASE_METRICS_ADDR",
  deprecated: "use `DATABASE`",
} as const;

/**
 * database scrape
 */
export const DATABASE_SCRAPE = {
  name: "database.scrape",
  title: "database scrape",
  purpose: "",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  container: {
    host: "full-database",
    port: 9187,
    authority: "full-database:9187",
    url: "http://full-database:9187",
  },
  addrVariable: "FULL_DATABASE_SCRAPE_ADDR",
  deprecated: null,
} as const;

/** Every endpoint with one port on the host. */
export const ALL = [
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
] as const;

/** Every range of ports. */
export const RANGES = [TENANT_HTTP, TENANT_GRPC, SINGLE] as const;

/** Every endpoint on the container network alone. */
export const CONTAINER_ENDPOINTS = [
  DATABASE,
  DATABASE_REPLICA,
  DATABASE_METRICS,
  DATABASE_SCRAPE,
] as const;
