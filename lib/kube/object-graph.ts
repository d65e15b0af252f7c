import type { GraphEdge, GraphNode, ObjectGraph } from "@/lib/schemas/kube-object";
import type { Kind, KubeRow } from "./kind";
import { kindOfKind } from "./kinds";
import { linksOf, type Linked } from "./object-links";
import { toneRank } from "./row-status";

/** Rows of one kind that may belong to the graph. */
export interface KnownRows {
  readonly kind: Kind;
  readonly rows: Iterable<KubeRow>;
  /** Whether these are all there are, so that one that is not among them does not exist. */
  readonly isComplete: boolean;
}

/** More than a drawing can show. */
const MAX_NODES = 60;

/** How an object is told from others of the cluster. */
export const nodeId = ({ kind, namespace, name }: Linked): string => `${kind}/${namespace}/${name}`;

/**
 * What stands above and below an object: upwards only what points to it, downwards only what it points to, so that
 * two pods of one node do not make each other part of their graphs.
 */
export function objectGraph(subject: Linked, known: readonly KnownRows[]): ObjectGraph {
  const near = known.map((each) => ({ ...each, rows: nearby(subject, each.rows) }));
  const edges = edgesOf(near);
  const start = nodeId(subject);
  const ids = new Set([start, ...reach(start, edges, "down"), ...reach(start, edges, "up")]);
  const nodes = nodesOf([...ids], near).sort(worstFirst(start));
  const shown = nodes.slice(0, MAX_NODES);
  const isShown = new Set(shown.map(({ id }) => id));
  return {
    nodes: shown,
    edges: edges.filter(({ from, to }) => isShown.has(from) && isShown.has(to)),
    more: nodes.length - shown.length,
  };
}

/** The object and what stands below it, but not the nodes it runs on: they are everybody's. */
export const below = (
  subject: Linked,
  { edges }: Pick<ObjectGraph, "edges">,
): ReadonlySet<string> => {
  const own = edges.filter(({ relation }) => relation !== "runs-on");
  return new Set([nodeId(subject), ...reach(nodeId(subject), own, "down")]);
};

/** Objects point only to others of their namespace, or of none. */
const nearby = ({ namespace }: Linked, rows: Iterable<KubeRow>): readonly KubeRow[] =>
  namespace === ""
    ? [...rows]
    : [...rows].filter((row) => row.namespace === namespace || row.namespace === "");

interface NearRows extends KnownRows {
  readonly rows: readonly KubeRow[];
}

const idOf = ({ resource }: Kind, { namespace, name }: KubeRow) =>
  nodeId({ kind: resource.kind, namespace, name });

function edgesOf(known: readonly NearRows[]): readonly GraphEdge[] {
  const edges = new Map<string, GraphEdge>();
  for (const { kind, rows } of known)
    for (const row of rows) {
      const self = idOf(kind, row);
      for (const { other, relation, isFrom } of linksOf(kind, row)) {
        const id = nodeId(scoped(other));
        const edge = isFrom ? { from: id, to: self, relation } : { from: self, to: id, relation };
        edges.set(`${edge.from} ${edge.to}`, edge);
      }
    }
  return [...edges.values()];
}

/** An owner of no namespace is named by objects that have one: a Node owns its static pods. */
const scoped = (linked: Linked): Linked =>
  kindOfKind(linked.kind)?.resource.namespaced === false ? { ...linked, namespace: "" } : linked;

function reach(start: string, edges: readonly GraphEdge[], way: "up" | "down"): readonly string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const [here, there] = way === "down" ? [from, to] : [to, from];
    const known = next.get(here);
    if (known === undefined) next.set(here, [there]);
    else known.push(there);
  }
  const found = new Set<string>();
  const waiting = [start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
    for (const other of next.get(id) ?? [])
      if (!found.has(other)) {
        found.add(other);
        waiting.push(other);
      }
  return [...found];
}

function nodesOf(ids: readonly string[], known: readonly NearRows[]): GraphNode[] {
  const rows = new Map<string, { readonly kind: Kind; readonly row: KubeRow }>();
  for (const { kind, rows: all } of known)
    for (const row of all) rows.set(idOf(kind, row), { kind, row });
  const complete = new Set(
    known.filter(({ isComplete }) => isComplete).map(({ kind }) => kind.resource.kind),
  );
  return ids.map((id) => {
    const parts = partsOf(id);
    const found = rows.get(id);
    const kind = found?.kind ?? kindOfKind(parts.kind);
    return {
      ...{ id, ...parts },
      apiVersion: kind?.resource.apiVersion ?? "",
      list: kind?.name ?? null,
      status: found === undefined ? null : found.kind.status(found.row),
      isMissing: found === undefined && complete.has(parts.kind),
    };
  });
}

/** Kinds and namespaces have no slash; names of roles may. */
function partsOf(id: string): Linked {
  const [kind = "", namespace = "", ...name] = id.split("/");
  return { kind, namespace, name: name.join("/") };
}

const worstFirst = (start: string) => (a: GraphNode, b: GraphNode) =>
  Number(b.id === start) - Number(a.id === start) ||
  toneRank(a.status) - toneRank(b.status) ||
  Number(a.id > b.id) - Number(a.id < b.id);
