import type { PlanHost, PlanInput } from "@/lib/provision/roles/inventory";
import { type Layout, layoutOf, nodeId, nodeName, on } from "@/lib/provision/roles/layout";
import { cleanK3sNodes, stopK3sNode } from "@/lib/provision/roles/removed-host";
import { deleteNodeStep } from "@/lib/provision/steps/delete-node";
import { drainNodeStep } from "@/lib/provision/steps/drain-node";
import { convergeNodes, planOf } from "./converge-nodes";
import { type NodeId, type Plan, planNode, type PlanNode } from "./plan";

/** A host that leaves. */
export interface RemovedHost extends PlanHost {
  /** It is off or lost for good: nothing is moved off it, nothing is cleaned on it. */
  readonly gone?: boolean;
}

/** The input holds the settings and hosts as they are after the removal. */
export interface RemoveHostInput extends PlanInput {
  readonly removed: RemovedHost;
}

/**
 * Drain → stop → forget → clean, and the others brought to the settings without it: the load balancer
 * lets go before the node stops, the datastore shuts it out after, other servers restart last (their
 * certificate loses its address).
 */
export function buildRemoveHostPlan(input: RemoveHostInput): Plan {
  const layout = layoutOf(input);
  const { removed } = input;
  if (removed.role !== "server" && removed.role !== "agent")
    throw new Error(`${removed.name} is the cluster's ${removed.role}: it leaves with the cluster`);
  const leaving = { ...removed, role: removed.role };
  const forget = forgetNode(layout, leaving);
  const goodbye = removed.gone === true ? [forget([])] : farewell(layout, leaving, forget);
  return planOf([...goodbye, ...convergeNodes(layout).map((node) => later(node, layout, leaving))]);
}

type Leaving = RemovedHost & { readonly role: "server" | "agent" };

const forgetKey = (removed: RemovedHost) => `forget.${nodeName(removed)}`;

const forgetNode =
  ({ first }: Layout, removed: RemovedHost) =>
  (after: readonly NodeId[]): PlanNode =>
    planNode(
      deleteNodeStep,
      { node: nodeName(removed), serverName: first.name },
      on(first, forgetKey(removed), after),
    );

function farewell(
  { first, loadBalancer }: Layout,
  removed: Leaving,
  forget: (after: readonly NodeId[]) => PlanNode,
): readonly PlanNode[] {
  const node = nodeName(removed);
  const drain = planNode(
    drainNodeStep,
    { node, serverName: first.name },
    on(first, `drain.${node}`),
  );
  const released = loadBalancer === null ? [] : [nodeId(loadBalancer, "haproxy.service")];
  const stop = stopK3sNode(removed, [drain.id, ...released]);
  const forgotten = forget([stop.id]);
  return [drain, stop, forgotten, ...cleanK3sNodes(removed, [stop.id, forgotten.id])];
}

/** What must not happen to the others before the leaving host has let go. */
function later(node: PlanNode, { first, servers }: Layout, removed: Leaving): PlanNode {
  const forgotten = nodeId(first, forgetKey(removed));
  const waits =
    servers.some((server) => node.id === nodeId(server, "k3s.service")) ||
    (removed.role === "server" && node.id.endsWith("/mariadb.users"));
  return waits ? { ...node, after: [...node.after, forgotten] } : node;
}
