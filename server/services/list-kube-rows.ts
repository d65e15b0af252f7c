import { done, fail, ok, type Result } from "@/lib/core/result";
import type { KubeRow } from "@/lib/kube/kind";
import { isKindName, kindOf, type KindName } from "@/lib/kube/kinds";
import { NO_LOAD, nodeLoads } from "@/lib/kube/node-load";
import type { PodRow } from "@/lib/kube/kinds/pod";
import { facetsOf, pageOf, selectRows } from "@/lib/kube/select-rows";
import type { Facet, KubePage, KubeQuery, NodeLoad } from "@/lib/schemas/kube";
import type { Container } from "@/server/container";
import type { KindSnapshot } from "@/server/kube/cluster-cache";
import { findCluster } from "./cluster-row";

type Needs = Pick<Container, "db" | "kube">;

interface Input {
  readonly clusterId: string;
  readonly kind: string;
  readonly query: KubeQuery;
}

const EMPTY: ReadonlyMap<string, never> = new Map<string, never>();

/** Computed once per version of the rows, however many pages ask. */
const facetsByRows = new WeakMap<ReadonlyMap<string, KubeRow>, Record<string, readonly Facet[]>>();
const loadsByPods = new WeakMap<ReadonlyMap<string, PodRow>, ReadonlyMap<string, NodeLoad>>();

/** One page of a kind's rows, searched, filtered and sorted here; the cluster is not asked for it. */
export async function listKubeRows(
  needs: Needs,
  { clusterId, kind, query }: Input,
): Promise<Result<KubePage<KubeRow>>> {
  if (!isKindName(kind)) return fail(unknownKind(kind));
  const exists = await findCluster(needs.db, clusterId);
  if (!exists.ok) return exists;
  const known = sortOf(kind, query);
  if (!known.ok) return known;
  const snapshot = await needs.kube.look(clusterId, kind);
  const rows = snapshot.rows ?? EMPTY;
  const matching = selectRows(kindOf(kind), rows.values(), query);
  const page = pageOf(matching, query);
  return ok({
    columns: kindOf(kind).columns,
    missing: false,
    rows: kind === "nodes" ? await withLoad(needs, clusterId, page) : page,
    total: matching.length,
    all: rows.size,
    facets: facets(kind, rows),
    ...freshness(snapshot),
  });
}

const unknownKind = (kind: string) => ({
  code: "object.not-found" as const,
  detail: `The panel knows no kind of object called ${kind}.`,
  remedies: ["Choose a list from the cluster's page."],
});

/** A sort that does not exist is a mistake in a saved address: better said than guessed. */
function sortOf(kind: KindName, { sort }: KubeQuery): Result<void> {
  if (sort === "" || kindOf(kind).hasSort(sort)) return done;
  return fail({
    code: "input.invalid",
    detail: `${kind} cannot be sorted by ${sort}.`,
    remedies: ["Choose a column's head to sort by it."],
    fields: { sort: "Not a column of this list." },
  });
}

const freshness = ({ rows, asOfMs, problem }: KindSnapshot) => ({
  asOf: rows === null || asOfMs === null ? null : new Date(asOfMs).toISOString(),
  stale: problem !== null,
  problem,
});

function facets(kind: KindName, rows: ReadonlyMap<string, KubeRow>) {
  const known = facetsByRows.get(rows);
  if (known !== undefined) return known;
  const made = facetsOf(kindOf(kind), rows.values());
  facetsByRows.set(rows, made);
  return made;
}

async function withLoad(needs: Needs, clusterId: string, page: readonly KubeRow[]) {
  const pods = (await needs.kube.look(clusterId, "pods")).rows as ReadonlyMap<
    string,
    PodRow
  > | null;
  if (pods === null) return page.map((row) => ({ ...row, ...NO_LOAD }));
  const loads = loadsByPods.get(pods) ?? nodeLoads(pods.values());
  loadsByPods.set(pods, loads);
  const none = { pods: 0, cpuRequestMillis: 0, memoryRequestBytes: 0 };
  return page.map((row) => ({ ...row, ...(loads.get(row.name) ?? none) }));
}
