// Made by `deeplens-ports export typescript` from the map Shop. Changes belong into the map.
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
 * Web: The pages, as vite serves them
 */
export const WEB = {
  name: "web",
  title: "Web",
  purpose: "The pages, as vite serves them",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 5173,
  authority: "localhost:5173",
  url: "http://localhost:5173",
  container: null,
  addrVariable: "SHOP_WEB_ADDR",
  listenVariable: "SHOP_WEB_LISTEN",
  serviceHostVariable: "SHOP_WEB_HOST",
  mapHostVariable: "SHOP_HOST",
  deprecated: null,
} as const;

/**
 * Database: Orders and customers
 */
export const DATABASE = {
  name: "database",
  title: "Database",
  purpose: "Orders and customers",
  protocol: "tcp",
  transport: "tcp",
  scheme: "postgresql",
  host: "localhost",
  port: 5433,
  authority: "localhost:5433",
  url: "postgresql://localhost:5433",
  container: {
    host: "shop-database",
    port: 5432,
    authority: "shop-database:5432",
    url: "postgresql://shop-database:5432",
  },
  addrVariable: "SHOP_DATABASE_ADDR",
  listenVariable: "SHOP_DATABASE_LISTEN",
  serviceHostVariable: "SHOP_DATABASE_HOST",
  mapHostVariable: "SHOP_HOST",
  deprecated: null,
} as const;

/**
 * API: What the pages ask
 */
export const API = {
  name: "api",
  title: "API",
  purpose: "What the pages ask",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 8080,
  authority: "localhost:8080",
  url: "http://localhost:8080",
  container: {
    host: "shop-api",
    port: 80,
    authority: "shop-api:80",
    url: "http://shop-api:80",
  },
  addrVariable: "SHOP_API_ADDR",
  listenVariable: "SHOP_API_LISTEN",
  serviceHostVariable: "SHOP_API_HOST",
  mapHostVariable: "SHOP_HOST",
  deprecated: null,
} as const;

/**
 * Prometheus: Metrics
 */
export const PROMETHEUS = {
  name: "prometheus",
  title: "Prometheus",
  purpose: "Metrics",
  protocol: "http",
  transport: "tcp",
  scheme: "http",
  host: "localhost",
  port: 9090,
  authority: "localhost:9090",
  url: "http://localhost:9090",
  container: {
    host: "shop-prometheus",
    port: 9090,
    authority: "shop-prometheus:9090",
    url: "http://shop-prometheus:9090",
  },
  addrVariable: "SHOP_PROMETHEUS_ADDR",
  listenVariable: "SHOP_PROMETHEUS_LISTEN",
  serviceHostVariable: "SHOP_PROMETHEUS_HOST",
  mapHostVariable: "SHOP_HOST",
  deprecated: null,
} as const;

/** Every endpoint with one port on the host. */
export const ALL = [WEB, DATABASE, API, PROMETHEUS] as const;

/** Every range of ports. */
export const RANGES = [] as const;

/** Every endpoint on the container network alone. */
export const CONTAINER_ENDPOINTS = [] as const;
