// Made by `deeplens-ports export typescript` from the map Empty. Changes belong into the map.
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

/** Every endpoint with one port on the host. */
export const ALL = [] as const;

/** Every range of ports. */
export const RANGES = [] as const;

/** Every endpoint on the container network alone. */
export const CONTAINER_ENDPOINTS = [] as const;
