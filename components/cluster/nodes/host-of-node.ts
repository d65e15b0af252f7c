import type { NodeRow } from "@/lib/kube/kinds/node";
import type { ClusterMemberRow, ClusterRow } from "@/lib/schemas/cluster";

/** The panel's host behind a node: nodes are named after hosts, and have their address. Null when it is not ours. */
export const hostOfNode = (
  { members }: Pick<ClusterRow, "members">,
  node: Pick<NodeRow, "name" | "address">,
): ClusterMemberRow | null =>
  members.find(({ hostName }) => hostName === node.name) ??
  members.find(({ address }) => address === node.address) ??
  null;
