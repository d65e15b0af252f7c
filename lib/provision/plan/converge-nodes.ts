import { agentNodes } from "@/lib/provision/roles/agent";
import { datastoreNodes } from "@/lib/provision/roles/datastore";
import type { PlanHost } from "@/lib/provision/roles/inventory";
import type { Layout } from "@/lib/provision/roles/layout";
import { loadBalancerNodes } from "@/lib/provision/roles/load-balancer";
import { serverNodes } from "@/lib/provision/roles/server";
import type { Role } from "@/lib/schemas/role";
import type { PlanNode } from "./plan";

const NODES = {
  "load-balancer": loadBalancerNodes,
  datastore: datastoreNodes,
  server: serverNodes,
  agent: agentNodes,
} satisfies Record<Role, (host: PlanHost, layout: Layout) => readonly PlanNode[]>;

/** Every step that brings the members of a cluster to what its settings say. */
export const convergeNodes = (layout: Layout): readonly PlanNode[] =>
  layout.hosts.flatMap((host) => NODES[host.role](host, layout));

/** Nodes as a plan; two of one name are a bug in a role. */
export function planOf(nodes: readonly PlanNode[]): {
  nodes: ReadonlyMap<PlanNode["id"], PlanNode>;
} {
  const map = new Map(nodes.map((node) => [node.id, node]));
  if (map.size !== nodes.length) throw new Error("two steps of a plan have the same name");
  return { nodes: map };
}
