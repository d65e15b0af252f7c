import type { HostId } from "@/lib/provision/host";
import type { Step } from "@/lib/provision/step";

export type NodeId = string & { readonly __brand: "NodeId" };

/** Work of one host runs one by one in each lane, so that a push can go on while apt installs. */
export type Lane = "main" | "transfer";

/** One step on one host. `after` and `behind` are the only ordering there is. */
export interface PlanNode {
  /** "<host name>/<step key>", e.g. "master1/k3s.config". Stable from one plan to the next. */
  readonly id: NodeId;
  readonly hostId: HostId;
  readonly hostName: string;
  readonly step: Step<never>;
  readonly input: unknown;
  readonly after: readonly NodeId[];
  /** Nodes that have the way first, because more waits for them. Their failure does not matter here. */
  readonly behind?: readonly NodeId[];
  readonly lane: Lane;
  /** Nodes that share a lock never run at the same time, e.g. "etcd-membership". */
  readonly lock?: string;
  /** Predecessors whose change makes this node change too (a service and its files): for the preview. */
  readonly triggers?: readonly NodeId[];
  /** Takes back what those before it did: runs once they have ended, also in failure and after Cancel. */
  readonly always?: true;
}

export interface Plan {
  readonly nodes: ReadonlyMap<NodeId, PlanNode>;
}

/** Builds a node; the step's type vanishes here, checked against its input. */
export function planNode<Input>(
  step: Step<Input>,
  input: Input,
  place: Omit<PlanNode, "id" | "step" | "input" | "lane"> & { key: string; lane?: Lane },
): PlanNode {
  const { key, lane = "main", ...rest } = place;
  return {
    ...rest,
    id: `${place.hostName}/${key}` as NodeId,
    lane,
    step,
    input,
  };
}
