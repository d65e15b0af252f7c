import type { Capacity, ClusterOverview } from "@/lib/schemas/kube-overview";
import type { RowOf } from "./kinds";
import type { Usage } from "./usage";

type Nodes = readonly RowOf<"nodes">[];
type Pods = readonly RowOf<"pods">[];

/** What the nodes offer, what pods were promised and what is used. Null where it is not known. */
export function clusterCapacity(
  nodes: Nodes | null,
  pods: Pods | null,
  used: Usage | null,
): ClusterOverview["capacity"] {
  const running = pods?.filter(({ node, finished }) => node !== "" && !finished) ?? null;
  const offered = (amount: (node: Nodes[number]) => number | null) => total(nodes, amount);
  const promised = (amount: (pod: Pods[number]) => number) => total(running, amount);
  return {
    cpuMillis: {
      allocatable: offered(({ cpuMillis }) => cpuMillis.allocatable),
      requested: promised(({ cpuRequestMillis }) => cpuRequestMillis),
      used: used?.cpuMillis ?? null,
    },
    memoryBytes: {
      allocatable: offered(({ memoryBytes }) => memoryBytes.allocatable),
      requested: promised(({ memoryRequestBytes }) => memoryRequestBytes),
      used: used?.memoryBytes ?? null,
    },
    pods: {
      allocatable: offered(({ maxPods }) => maxPods),
      requested: running?.length ?? null,
      used: running?.length ?? null,
    } satisfies Capacity,
  };
}

const total = <Row>(rows: readonly Row[] | null, amount: (row: Row) => number | null) =>
  rows?.reduce((sum, row) => sum + (amount(row) ?? 0), 0) ?? null;

/** Versions of the kubelets, the commonest first. */
export function nodeVersions(nodes: Nodes): ClusterOverview["versions"] {
  const names = new Map<string, string[]>();
  for (const { version, name } of nodes) {
    const known = names.get(version);
    if (known === undefined) names.set(version, [name]);
    else known.push(name);
  }
  return [...names]
    .map(([version, each]) => ({ version, nodes: each.sort() }))
    .sort((a, b) => b.nodes.length - a.nodes.length);
}
