import type { Problem } from "@/lib/core/problem";
import { ok, type Result } from "@/lib/core/result";
import { containerDetails } from "@/lib/kube/container-detail";
import { describeObject, eventsOf, factsOf } from "@/lib/kube/describe-object";
import { customName } from "@/lib/kube/discovery";
import type { Kind } from "@/lib/kube/kind";
import { kindOfObject, type KindName } from "@/lib/kube/kinds";
import { explainWorkload, podReasons } from "@/lib/kube/explain-workload";
import { explainStart } from "@/lib/kube/start-trouble";
import type { PodRow } from "@/lib/kube/kinds/pod";
import { objectGraph, type KnownRows } from "@/lib/kube/object-graph";
import { RELATED } from "@/lib/kube/object-links";
import type { WholeObject } from "@/lib/kube/view-object";
import type { Usage } from "@/lib/kube/usage";
import type { ObjectDetail, ObjectRef } from "@/lib/schemas/kube-object";
import type { Container } from "@/server/container";
import { readNodeUsage, readPodUsage, type Measured } from "@/server/kube/read-usage";
import { findObject, type FoundObject } from "./find-kube-object";
import { ownersOf, relatedRows, usedBy } from "./relate-kube-object";

type Needs = Pick<Container, "db" | "kube">;

/** The live object with everything that belongs to it: owners, what it owns, events, live usage. */
export async function showKubeObject(
  needs: Needs,
  clusterId: string,
  ref: ObjectRef,
): Promise<Result<ObjectDetail>> {
  const found = await findObject(needs, clusterId, ref);
  if (!found.ok) return found;
  const { object } = found.value;
  const kind = await kindOf(needs, clusterId, found.value);
  const names = RELATED[ref.kind] ?? [];
  const [related, owners, events, usage] = await Promise.all([
    relatedRows(needs.kube, clusterId, names),
    ownersOf(needs, clusterId, found.value),
    needs.kube.look(clusterId, "events"),
    usageOf(found.value, ref),
  ]);
  const own = kind === null ? [] : [{ kind, rows: [kind.project(object)], isComplete: false }];
  const graph = usedBy(object, objectGraph(ref, [...own, ...owners, ...related.rows]));
  const told = eventsOf(ref, graph, events.rows?.values() ?? []);
  const listed = asListed(kind, object, related.rows);
  return ok({
    ...describeObject(object, ref),
    ...listed,
    status: ref.kind === "Pod" ? explainStart(object, listed.status, told) : listed.status,
    graph,
    events: told,
    containers: ref.kind === "Pod" ? containerDetails(object, containersOf(usage)) : null,
    usage: usage === null ? null : totalOf(usage),
    follows: followed(kind, names),
    problems: different([...related.problems, events.problem].filter((each) => each !== null)),
  });
}

/** What its list says of it; nothing of what cannot be listed. */
function asListed(kind: Kind | null, object: WholeObject, related: readonly KnownRows[]) {
  if (kind === null) return { list: null, status: null, actions: [], facts: [] };
  const row = kind.project(object);
  const pods = related.find((each) => each.kind.name === "pods")?.rows ?? [];
  // Rows of this kind are what its own projection made.
  const reasons = podReasons(pods as Iterable<PodRow>);
  return {
    list: kind.name,
    status: explainWorkload(kind.resource.kind, { row, status: kind.status(row) }, reasons),
    actions: kind.actionsFor(row),
    facts: factsOf(kind, row),
  };
}

/** How lists show the object; null for what cannot be listed. */
async function kindOf({ kube }: Needs, clusterId: string, { resource }: FoundObject) {
  const builtIn = kindOfObject(resource.apiVersion, resource.kind);
  if (builtIn !== undefined) return builtIn;
  const found = await kube.kind(clusterId, customName(resource));
  return found.ok ? found.value : null;
}

const followed = (kind: Kind | null, names: readonly KindName[]) => [
  ...new Set([...(kind === null ? [] : [kind.name]), ...names, "events"]),
];

type ObjectUsage = Measured<Usage> & { readonly containers: ReadonlyMap<string, Usage> };

async function usageOf({ api, object }: FoundObject, ref: ObjectRef): Promise<ObjectUsage | null> {
  if (ref.kind === "Node")
    return { ...(await readNodeUsage(api, ref.name)), containers: new Map<string, Usage>() };
  if (ref.kind !== "Pod") return null;
  const { nodeName: node = "" } = (object.spec ?? {}) as { nodeName?: string };
  const measured = await readPodUsage(api, { namespace: ref.namespace, name: ref.name, node });
  const containers = measured.value?.containers ?? new Map<string, Usage>();
  return { ...measured, value: sum([...containers.values()]), containers };
}

const containersOf = (usage: ObjectUsage | null) => usage?.containers ?? new Map<string, Usage>();

const sum = (usages: readonly Usage[]): Usage | null =>
  usages.length === 0
    ? null
    : {
        cpuMillis: usages.reduce((total, { cpuMillis }) => total + (cpuMillis ?? 0), 0),
        memoryBytes: usages.reduce((total, { memoryBytes }) => total + (memoryBytes ?? 0), 0),
      };

const totalOf = ({ source, measuredAt, note, value }: ObjectUsage) => ({
  ...{ source, measuredAt, note },
  cpuMillis: value?.cpuMillis ?? null,
  memoryBytes: value?.memoryBytes ?? null,
});

/** The API being away is one problem, however many lists say so. */
const different = (problems: readonly Problem[]) => [
  ...new Map(problems.map((problem) => [problem.detail, problem])).values(),
];
