// How a module of the export is used, for the compiler.
import * as ports from "MODULE";
import type { ContainerEndpoint, Endpoint, PortRange } from "MODULE";

export const endpoints: readonly Endpoint[] = ports.ALL;
export const ranges: readonly PortRange[] = ports.RANGES;
export const inside: readonly ContainerEndpoint[] = ports.CONTAINER_ENDPOINTS;
export const numbers: number[] = ranges.flatMap(ports.portsOf);
