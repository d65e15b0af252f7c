import type { Role } from "@/lib/schemas/role";

/** Something that must get through from one host to another. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly protocol: "tcp" | "udp";
  readonly port: number;
  /** Completes "which carries …". */
  readonly carries: string;
}

type Route = readonly [
  from: readonly Role[],
  to: readonly Role[],
  protocol: Flow["protocol"],
  port: number,
  carries: string,
];

/** Who talks to whom in a cluster. Source: docs.k3s.io/installation/requirements, "Networking". */
const ROUTES: readonly Route[] = [
  [["server"], ["datastore"], "tcp", 3306, "the cluster's state"],
  [["load-balancer", "agent", "server"], ["server"], "tcp", 6443, "the cluster's API"],
  [["agent", "server"], ["load-balancer"], "tcp", 6443, "the cluster's API"],
  [["load-balancer"], ["server", "agent"], "tcp", 80, "the web sites"],
  [["load-balancer"], ["server", "agent"], "tcp", 443, "the web sites"],
  [["server", "agent"], ["server", "agent"], "tcp", 10250, "logs and metrics"],
  [["server", "agent"], ["server", "agent"], "udp", 8472, "the pods' network"],
];

/** Every flow between the chosen hosts. */
export const flowsBetween = (
  hosts: readonly { readonly id: string; readonly role: Role }[],
): Flow[] =>
  ROUTES.flatMap(([fromRoles, toRoles, protocol, port, carries]) =>
    hosts
      .filter(({ role }) => fromRoles.includes(role))
      .flatMap((from) =>
        hosts
          .filter((to) => toRoles.includes(to.role) && to.id !== from.id)
          .map((to) => ({ from: from.id, to: to.id, protocol, port, carries })),
      ),
  );
