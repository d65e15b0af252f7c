import { fail, ok, type Result } from "@/lib/core/result";
import type { Problem } from "@/lib/core/problem";
import type { Kind, KubeRow } from "@/lib/kube/kind";
import { explainClaim } from "@/lib/kube/explain-claim";
import {
  explainWorkload,
  isUnexplained,
  podReasons,
  type PodReasons,
} from "@/lib/kube/explain-workload";
import { explainListedStart, STARTING } from "@/lib/kube/start-trouble";
import type { EventRow } from "@/lib/kube/kinds/event";
import type { ClaimRow } from "@/lib/kube/kinds/persistent-volume-claim";
import type { PodRow } from "@/lib/kube/kinds/pod";
import { parseLabelSelector, type LabelSelector } from "@/lib/kube/label-selector";
import { NO_LOAD, nodeLoads } from "@/lib/kube/node-load";
import { createRowIndex, pageOf, type RowIndex } from "@/lib/kube/row-index";
import type { KubePage, KubeQuery, NodeLoad } from "@/lib/schemas/kube";
import type { RowStatus } from "@/lib/schemas/kube-kind";
import type { Container } from "@/server/container";
import type { KindSnapshot } from "@/server/kube/cluster-cache";
import { clusterExists } from "./cluster-exists";
import { findKind } from "./find-kube-kind";

type Needs = Pick<Container, "db" | "kube">;

interface Input {
  readonly clusterId: string;
  /** The kind's name. */
  readonly kind: string;
  readonly query: KubeQuery;
}

/** A row as a list shows it: with its state in words. */
export type ListedRow = KubeRow & { readonly status: RowStatus | null };

/** Made once per version of the rows, however many pages ask. */
const indexes = new WeakMap<ReadonlyMap<string, KubeRow>, RowIndex>();
/** By cluster and kind. Weak: rows that nobody looks at any more are let go. */
const newest = new Map<string, WeakRef<RowIndex>>();
const loadsByPods = new WeakMap<ReadonlyMap<string, PodRow>, ReadonlyMap<string, NodeLoad>>();
const reasonsByPods = new WeakMap<ReadonlyMap<string, PodRow>, PodReasons>();

/** One page of a kind's rows, searched, filtered and sorted here; the cluster is not asked for it. */
export async function listKubeRows(
  needs: Needs,
  { clusterId, kind: name, query }: Input,
): Promise<Result<KubePage<ListedRow>>> {
  const exists = await clusterExists(needs.db, clusterId);
  if (!exists.ok) return exists;
  const found = await findKind(needs.kube, clusterId, name);
  if (!found.ok) return found;
  const kind = found.value;
  const known = checkQuery(kind, query);
  if (!known.ok) return known;
  const snapshot = await needs.kube.lookAt(clusterId, kind);
  const index = indexOf(kind, snapshot.rows ?? new Map<string, never>(), `${clusterId} ${name}`);
  const matching = index.select(query, known.value);
  const page = pageOf(matching, query).map((row) => ({ ...row, status: kind.status(row) }));
  const joined = JOINS[name]?.(needs, clusterId, page) ?? page;
  return ok({
    columns: kind.columns,
    rows: await joined,
    total: matching.length,
    all: index.rows.length,
    facets: index.facets,
    ...freshness(snapshot),
  });
}

/** A column, filter or selector that does not exist is a mistake in a saved address: better said than guessed. */
function checkQuery(kind: Kind, query: KubeQuery): Result<LabelSelector> {
  if (query.sort !== "" && !kind.hasSort(query.sort))
    return fail(wrong("sort", `${kind.info.label} cannot be sorted by ${query.sort}.`));
  const filter = FILTERS.find((each) => query[each] !== "" && !kind.filterNames.includes(each));
  if (filter !== undefined)
    return fail(wrong(filter, `${kind.info.label} cannot be filtered by ${filter}.`));
  const labels = parseLabelSelector(query.labels);
  if (labels.ok) return labels;
  return fail({
    ...wrong("labels", `"${labels.problem}" is no label selector.`),
    remedies: ["Write it as for kubectl: app=nginx,tier!=db,env in (test,live),!canary"],
  });
}

const FILTERS = ["namespace", "status", "node", "role", "type", "owner", "trouble"] as const;

const wrong = (field: string, detail: string): Problem => ({
  code: "input.invalid",
  detail,
  remedies: ["Choose from the list's own columns and menus."],
  fields: { [field]: detail },
});

const freshness = ({ rows, asOfMs, problem, missing }: KindSnapshot) => ({
  asOf: rows === null || asOfMs === null ? null : new Date(asOfMs).toISOString(),
  stale: problem !== null,
  ...{ problem, missing },
});

/** The index of these rows, mended from the one before where that is still about. */
function indexOf(kind: Kind, rows: ReadonlyMap<string, KubeRow>, key: string): RowIndex {
  const known = indexes.get(rows);
  if (known !== undefined) return known;
  const made = createRowIndex(kind, rows.values(), newest.get(key)?.deref());
  indexes.set(rows, made);
  newest.set(key, new WeakRef(made));
  return made;
}

type Join = (
  needs: Needs,
  clusterId: string,
  page: readonly ListedRow[],
) => Promise<readonly ListedRow[]>;

/** What rows are shown with beside what their own objects say. */
const JOINS: Readonly<Record<string, Join>> = {
  nodes: withLoad,
  persistentvolumeclaims: withReasons,
  pods: withStartReasons,
  deployments: withPodReasons("Deployment"),
  replicasets: withPodReasons("ReplicaSet"),
  statefulsets: withPodReasons("StatefulSet"),
  daemonsets: withPodReasons("DaemonSet"),
  "jobs.batch": withPodReasons("Job"),
};

async function withLoad(needs: Needs, clusterId: string, page: readonly ListedRow[]) {
  const pods = (await needs.kube.look(clusterId, "pods")).rows;
  if (pods === null) return page.map((row) => ({ ...row, ...NO_LOAD }));
  const loads = loadsByPods.get(pods) ?? nodeLoads(pods.values());
  loadsByPods.set(pods, loads);
  const none = { pods: 0, cpuRequestMillis: 0, memoryRequestBytes: 0 };
  return page.map((row) => ({ ...row, ...(loads.get(row.name) ?? none) }));
}

async function withReasons(needs: Needs, clusterId: string, page: readonly ListedRow[]) {
  if (page.every(({ status }) => status?.word !== "Pending")) return page;
  const events = (await needs.kube.look(clusterId, "events")).rows ?? new Map<string, EventRow>();
  return page.map((row) => ({
    ...row,
    // Rows of this list are what the claims' kind projected.
    status: explainClaim(row as unknown as ClaimRow, events.values()),
  }));
}

/** Events are looked at only while a pod of the page has not begun. */
async function withStartReasons(needs: Needs, clusterId: string, page: readonly ListedRow[]) {
  if (page.every(({ status }) => status?.word !== STARTING)) return page;
  const events = (await needs.kube.look(clusterId, "events")).rows ?? new Map<string, EventRow>();
  return page.map((row) => ({ ...row, status: explainListedStart(row, events.values()) }));
}

/** Pods are looked at only while a workload of the page is not as it should be. */
function withPodReasons(kind: string): Join {
  return async (needs, clusterId, page) => {
    if (!page.some(({ status }) => isUnexplained(status))) return page;
    const pods = (await needs.kube.look(clusterId, "pods")).rows;
    if (pods === null) return page;
    const reasons = reasonsByPods.get(pods) ?? podReasons(pods.values());
    reasonsByPods.set(pods, reasons);
    return page.map((row) => ({
      ...row,
      status: explainWorkload(kind, { row, status: row.status }, reasons),
    }));
  };
}
