import { WARN_DAYS } from "@/lib/kube/certificate-warning";
import { nodeStatus, type NodeRow } from "@/lib/kube/kinds/node";
import { isBad } from "@/lib/kube/row-status";
import type { JobRow } from "@/lib/schemas/job";
import type { CertificateEnd, ClusterGlance, Named, Trouble } from "@/lib/schemas/overview";

/** A cluster with what its troubles are read from. */
export interface WatchedCluster {
  readonly glance: ClusterGlance;
  /** null while its API has not answered. */
  readonly nodes: readonly NodeRow[] | null;
  /** As last read; empty while they are not known. */
  readonly certificates: readonly CertificateEnd[];
  /** The newest job of this cluster, and why it failed. */
  readonly lastJob: JobRow | null;
  readonly lastJobDetail: string | null;
}

const DAY_MS = 86_400_000;

/** What is wrong with a cluster, in no order. */
export function clusterTroubles(watched: WatchedCluster, nowMs: number): readonly Trouble[] {
  const { glance, nodes, certificates } = watched;
  const cluster = { id: glance.id, name: glance.name };
  const away: readonly Trouble[] =
    glance.problem === null
      ? nodeTroubles(cluster, nodes ?? [])
      : [{ kind: "api-away", cluster, detail: glance.problem.detail, since: glance.asOf }];
  return [...away, ...certificateTroubles(cluster, certificates, nowMs), ...jobTroubles(watched)];
}

/** Only while the API answers: what is known of nodes from before says nothing about now. */
function nodeTroubles(cluster: Named, nodes: readonly NodeRow[]): readonly Trouble[] {
  const down = nodes.filter((node) => !node.ready);
  const strained = nodes.filter((node) => node.ready && isBad(nodeStatus(node)));
  const about = (rows: readonly NodeRow[]) => ({
    cluster,
    nodes: rows.map(({ name }) => name),
    detail: rows[0] === undefined ? "" : nodeStatus(rows[0]).why,
  });
  return [
    ...(down.length === 0
      ? []
      : [{ kind: "nodes-not-ready" as const, ...about(down), total: nodes.length }]),
    ...(strained.length === 0 ? [] : [{ kind: "nodes-strained" as const, ...about(strained) }]),
  ];
}

/** The first to end, when it ends soon or has ended: one restart renews all of that server. */
function certificateTroubles(
  cluster: Named,
  certificates: readonly CertificateEnd[],
  nowMs: number,
): readonly Trouble[] {
  const [first] = certificates.toSorted((a, b) => Date.parse(a.endsAt) - Date.parse(b.endsAt));
  if (first === undefined) return [];
  const leftMs = Date.parse(first.endsAt) - nowMs;
  if (leftMs >= WARN_DAYS * DAY_MS) return [];
  return [{ kind: leftMs < 0 ? "certificate-ended" : "certificate-ends", cluster, ...first }];
}

/** Only the newest job of a cluster counts: a later one that went well has mended what an earlier one left. */
function jobTroubles({ glance, lastJob, lastJobDetail }: WatchedCluster): readonly Trouble[] {
  if (lastJob === null) return [];
  const { id, number, title, state, endedAt } = lastJob;
  if (state !== "failed" && state !== "interrupted" && state !== "cancelled") return [];
  return [
    {
      kind: "job-stopped",
      cluster: { id: glance.id, name: glance.name },
      job: { id, number, title },
      outcome: state,
      detail: lastJobDetail,
      at: endedAt,
    },
  ];
}
