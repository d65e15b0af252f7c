import type { Problem } from "@/lib/core/problem";
import { customKind } from "@/lib/kube/custom-kind";
import type { OwnerReference } from "@/lib/kube/kube-object";
import { kindOf, kindOfKind, kindOfObject, type KindName } from "@/lib/kube/kinds";
import { nodeId, type KnownRows } from "@/lib/kube/object-graph";
import { podUses } from "@/lib/kube/pod-uses";
import type { WholeObject } from "@/lib/kube/view-object";
import type { GraphEdge, GraphNode, ObjectGraph } from "@/lib/schemas/kube-object";
import type { Container } from "@/server/container";
import type { KubeHub } from "@/server/kube/kube-hub";
import { findResource, objectPath, type FoundObject } from "./find-kube-object";

/** Rows of these kinds, from what is watched; what could not be read is said. */
export async function relatedRows(
  kube: Pick<KubeHub, "lookAt">,
  clusterId: string,
  names: readonly KindName[],
): Promise<{ readonly rows: readonly KnownRows[]; readonly problems: readonly Problem[] }> {
  const snapshots = await Promise.all(names.map((name) => kube.lookAt(clusterId, kindOf(name))));
  return {
    rows: snapshots.map(({ rows, missing, problem }, at) => ({
      kind: kindOf(names[at] ?? "pods"),
      rows: [...(rows?.values() ?? [])],
      isComplete: rows !== null && !missing && problem === null,
    })),
    problems: snapshots.flatMap(({ problem }) => problem ?? []),
  };
}

/** A pod's replica set, its deployment, and what owns that. */
const MAX_OWNERS = 4;

/** The chain of owners, read one by one: a list of all of them would be much for a single name. */
export async function ownersOf(
  { kube }: Pick<Container, "kube">,
  clusterId: string,
  { api, object }: FoundObject,
): Promise<readonly KnownRows[]> {
  const found: KnownRows[] = [];
  const { namespace = "" } = object.metadata;
  let owner = ownerOf(object);
  while (owner?.apiVersion !== undefined && found.length < MAX_OWNERS) {
    const ref = { apiVersion: owner.apiVersion, kind: owner.kind };
    const resource = await findResource(kube, clusterId, ref);
    if (!resource.ok) break;
    const path = objectPath(resource.value, { ...ref, namespace, name: owner.name });
    const answer = await api.json<WholeObject>({ path });
    if (!answer.ok) break;
    const kind =
      kindOfObject(ref.apiVersion, ref.kind) ?? customKind({ ...resource.value, verbs: [] }, null);
    found.push({ kind, rows: [kind.project(answer.value)], isComplete: false });
    owner = ownerOf(answer.value);
  }
  return found;
}

const ownerOf = ({ metadata }: WholeObject): OwnerReference | undefined =>
  metadata.ownerReferences?.find(({ controller }) => controller === true) ??
  metadata.ownerReferences?.[0];

/** The graph of a pod with the config maps, secrets and account that it uses. */
export function usedBy(object: WholeObject, graph: ObjectGraph): ObjectGraph {
  if (object.kind !== "Pod") return graph;
  const self = nodeId({ kind: "Pod", namespace: "", ...object.metadata });
  const known = new Set(graph.nodes.map(({ id }) => id));
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  for (const used of podUses(object)) {
    const id = nodeId(used);
    edges.push({ from: self, to: id, relation: "mounts" });
    if (known.has(id)) continue;
    const list = kindOfKind(used.kind)?.name ?? null;
    nodes.push({ ...used, id, list, apiVersion: "v1", status: null, isMissing: false });
  }
  return { ...graph, nodes: [...graph.nodes, ...nodes], edges: [...graph.edges, ...edges] };
}
