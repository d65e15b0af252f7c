/** Stands for every zone in a cell of the matrix. */
export const ANY_ZONE = "any";

/** Ports of one protocol, both ends included; or an echo request ("ping"), which has none. */
export type PortRange =
  | { readonly protocol: "tcp" | "udp"; readonly first: number; readonly last: number }
  | { readonly protocol: "icmp-echo" };

export type Protocol = PortRange["protocol"];

/** A named set of ports: what cells, exceptions and people talk about. */
export interface Service {
  readonly name: string;
  readonly ports: readonly PortRange[];
}

const tcp = (first: number, last = first): PortRange => ({ protocol: "tcp", first, last });
const udp = (first: number, last = first): PortRange => ({ protocol: "udp", first, last });

/**
 * Built in. Source: docs.k3s.io "Inbound Rules for K3s Nodes" (6443, 2379-2380, 8472, 10250), Kubernetes'
 * default node port range, Prometheus' port allocations (9100), IANA for the others.
 */
const PORTS = {
  ping: [{ protocol: "icmp-echo" }],
  ssh: [tcp(22)],
  "ssh-2200": [tcp(2200)],
  dns: [tcp(53), udp(53)],
  ntp: [udp(123)],
  http: [tcp(80)],
  https: [tcp(443)],
  "http-alt": [tcp(8080)],
  "kubernetes-api": [tcp(6443)],
  etcd: [tcp(2379, 2380)],
  datastore: [tcp(3306)],
  "flannel-vxlan": [udp(8472)],
  kubelet: [tcp(10_250)],
  metrics: [tcp(9100)],
  "node-ports": [tcp(30_000, 32_767), udp(30_000, 32_767)],
} as const satisfies Readonly<Record<string, readonly PortRange[]>>;

export const BUILT_IN_SERVICES: readonly Service[] = Object.entries(PORTS).map(([name, ports]) => ({
  name,
  ports,
}));

/** The built-in service or the site's own of that name; null when there is none. */
export const serviceOf = (own: readonly Service[], name: string): Service | null =>
  [...BUILT_IN_SERVICES, ...own].find((service) => service.name === name) ?? null;

/** Whether one of the ranges holds the port. `port` is ignored for an echo request. */
export const holdsPort = (
  ranges: readonly PortRange[],
  protocol: Protocol,
  port: number,
): boolean =>
  ranges.some(
    (range) =>
      range.protocol === protocol &&
      (range.protocol === "icmp-echo" || (range.first <= port && port <= range.last)),
  );
