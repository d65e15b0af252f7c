"use client";
import Link from "next/link";
import { useMessages } from "@/components/hooks/use-messages";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import type { GraphEdge, GraphNode, ObjectDetail } from "@/lib/schemas/kube-object";
import { objectHref } from "../cluster-links";
import { RowState } from "../kinds/row-state";

interface Relation {
  readonly title: string;
  readonly nodes: readonly GraphNode[];
}

/** What owns it, selects it, is owned and used by it: by the nearest first, each a link. */
export function RelatedObjects(props: { clusterId: string; detail: ObjectDetail }) {
  const { clusterId, detail } = props;
  const words = useMessages().cluster.object.related;
  const relations = useRelations(detail);
  const { more } = detail.graph;
  return (
    <Card>
      <CardHead title={words.title} />
      <CardBody className="grid gap-3 text-sm">
        {relations.length === 0 && <p className="text-muted">{words.none}</p>}
        {relations.map(({ title, nodes }) => (
          <div key={title} className="min-w-0">
            <h3 className="mb-1 text-xs font-meta text-muted">{title}</h3>
            <ul className="grid gap-1">
              {nodes.map((node) => (
                <RelatedObject key={node.id} clusterId={clusterId} node={node} />
              ))}
            </ul>
          </div>
        ))}
        {more > 0 && <p className="text-xs text-muted">{words.more(more)}</p>}
      </CardBody>
    </Card>
  );
}

function RelatedObject(props: { clusterId: string; node: GraphNode }) {
  const { clusterId, node } = props;
  const words = useMessages().cluster.object.related;
  return (
    <li className="flex min-w-0 items-center gap-2">
      {node.isMissing ? (
        <span className="min-w-0 truncate text-danger">
          {node.kind} {node.name}: {words.missing}
        </span>
      ) : (
        <Link
          href={objectHref(clusterId, node)}
          title={`${node.kind} ${node.name}`}
          className="min-w-0 flex-1 truncate hover:underline"
        >
          <span className="text-muted">{node.kind}</span> {node.name}
        </Link>
      )}
      {node.status && <RowState status={node.status} brief />}
    </li>
  );
}

/** Everything in the graph but the object itself, grouped by how it was reached, nearest first. */
function useRelations({ ref, graph }: ObjectDetail): readonly Relation[] {
  const words = useMessages().cluster.object.related;
  const self = graph.nodes.find(
    (node) => node.kind === ref.kind && node.namespace === ref.namespace && node.name === ref.name,
  );
  const groups = new Map<string, GraphNode[]>();
  const seen = new Set([self?.id]);
  let reached = self === undefined ? [] : [self.id];
  while (reached.length > 0) {
    const next: string[] = [];
    for (const edge of graph.edges)
      for (const [id, title] of steps(edge, reached, words)) {
        const node = graph.nodes.find((each) => each.id === id);
        if (seen.has(id) || node === undefined) continue;
        seen.add(id);
        next.push(id);
        groups.set(title, [...(groups.get(title) ?? []), node]);
      }
    reached = next;
  }
  return [...groups].map(([title, nodes]) => ({ title, nodes }));
}

type Words = ReturnType<typeof useMessages>["cluster"]["object"]["related"];

/** The ends of an edge that lead away from what was reached. */
function steps(edge: GraphEdge, reached: readonly string[], words: Words) {
  const found: (readonly [string, string])[] = [];
  if (reached.includes(edge.from)) found.push([edge.to, words.to[edge.relation]]);
  if (reached.includes(edge.to)) found.push([edge.from, words.from[edge.relation]]);
  return found;
}
