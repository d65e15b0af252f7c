import { ok, type Result } from "@/lib/core/result";
import { clusterCapacity, nodeVersions } from "@/lib/kube/cluster-capacity";
import { clusterTroubles, type OverviewRows } from "@/lib/kube/cluster-troubles";
import { toObjectEvent } from "@/lib/kube/describe-object";
import { explainClaim } from "@/lib/kube/explain-claim";
import type { Kind, KubeRow } from "@/lib/kube/kind";
import { kindOf, KINDS, type KindName, type RowOf } from "@/lib/kube/kinds";
import { isBad } from "@/lib/kube/row-status";
import type { ClusterOverview, KindCount } from "@/lib/schemas/kube-overview";
import type { Container } from "@/server/container";
import type { KindSnapshot } from "@/server/kube/cluster-cache";
import { clusterExists } from "./cluster-exists";

/** Everything the overview is made of. */
const FOLLOWED = [
  "nodes",
  "pods",
  "deployments",
  "statefulsets",
  "daemonsets",
  "jobs.batch",
  "persistentvolumeclaims",
  "horizontalpodautoscalers",
  "events",
] as const satisfies readonly KindName[];
type Followed = (typeof FOLLOWED)[number];
type Snapshots = { readonly [Name in Followed]: KindSnapshot<RowOf<Name>> };

const MAX_WARNINGS = 20;
const MAX_TROUBLES = 100;

/** What is wrong first, then how much there is of everything. */
export async function showClusterOverview(
  { db, kube }: Pick<Container, "db" | "kube">,
  clusterId: string,
): Promise<Result<ClusterOverview>> {
  const exists = await clusterExists(db, clusterId);
  if (!exists.ok) return exists;
  const looked = await Promise.all(
    FOLLOWED.map(async (name) => [name, await kube.look(clusterId, name)] as const),
  );
  // Each name with what was looked at under it.
  const snapshots = Object.fromEntries(looked) as Snapshots;
  const nodes = snapshots.nodes.rows;
  const names = [...(nodes?.values() ?? [])].filter(({ ready }) => ready).map(({ name }) => name);
  const usage = await kube.usage(clusterId, names);
  const pods = snapshots.pods.rows;
  return ok({
    ...freshness(Object.values(snapshots)),
    troubles: clusterTroubles(rowsOf(snapshots), usage.volumes).slice(0, MAX_TROUBLES),
    counts: FOLLOWED.filter((name) => name !== "events").map((name) =>
      count(kindOf(name), listOf<KubeRow>(snapshots[name])),
    ),
    capacity: clusterCapacity(
      nodes === null ? null : [...nodes.values()],
      pods === null ? null : [...pods.values()],
      usage.total,
    ),
    usageSource: usage.source,
    versions: nodeVersions(listOf(snapshots.nodes)),
    warnings: warnings(listOf(snapshots.events)),
    follows: FOLLOWED,
  });
}

const listOf = <Row extends KubeRow>({ rows }: KindSnapshot<Row>): readonly Row[] => [
  ...(rows?.values() ?? []),
];

function rowsOf(snapshots: Snapshots): OverviewRows {
  const events = listOf(snapshots.events);
  return {
    nodes: listOf(snapshots.nodes),
    pods: listOf(snapshots.pods),
    deployments: listOf(snapshots.deployments),
    statefulsets: listOf(snapshots.statefulsets),
    daemonsets: listOf(snapshots.daemonsets),
    jobs: listOf(snapshots["jobs.batch"]),
    autoscalers: listOf(snapshots.horizontalpodautoscalers),
    claims: listOf(snapshots.persistentvolumeclaims).map((claim) => ({
      ...claim,
      status: explainClaim(claim, events),
    })),
  };
}

const count = ({ name, info, status }: Kind, rows: readonly KubeRow[]): KindCount => ({
  list: name,
  label: info.label,
  total: rows.length,
  troubled: rows.filter((row) => isBad(status(row))).length,
});

/** As old as the oldest of its parts; null until all of them are there. */
function freshness(snapshots: readonly KindSnapshot[]) {
  const times = snapshots.map(({ rows, asOfMs }) => (rows === null ? null : asOfMs));
  const known = times.filter((time) => time !== null);
  const problem = snapshots.map((each) => each.problem).find((each) => each !== null) ?? null;
  const isWhole = known.length === times.length;
  return {
    asOf: isWhole ? new Date(Math.min(...known)).toISOString() : null,
    stale: problem !== null,
    problem,
  };
}

const warnings = (events: readonly RowOf<"events">[]) =>
  [...KINDS.events.collapse(events.filter(({ type }) => type === "Warning"))]
    .sort((a, b) => Number(a.lastAt < b.lastAt) - Number(a.lastAt > b.lastAt))
    .slice(0, MAX_WARNINGS)
    .map(toObjectEvent);
