import type { WatchedCluster } from "@/lib/overview/cluster-troubles";
import { byTroubleOfCluster } from "@/lib/overview/cluster-order";
import { hostGlances } from "@/lib/overview/host-glance";
import { troublesOf } from "@/lib/overview/troubles";
import type { NodeRow } from "@/lib/kube/kinds/node";
import type { ClusterRow } from "@/lib/schemas/cluster";
import type { JobView } from "@/lib/schemas/job-view";
import type { NodesGlance, OverviewAnswer } from "@/lib/schemas/overview";
import type { Container } from "@/server/container";
import type { Database } from "@/server/db/client";
import { certificateEnds } from "./certificate-ends";
import { JOB_INCLUDE, jobRow } from "./job-row";
import { listClusters } from "./list-clusters";
import { listHosts } from "./list-hosts";
import { measuredSites } from "./measured-sites";

type Needs = Pick<Container, "db" | "kube" | "clock" | "log">;

/** As many as fit beside the rest on one screen. */
const RECENT_JOBS = 5;
const IS_RUNNING = { in: ["queued", "running"] };

/**
 * Everything at a glance, what is wrong first. Of Kubernetes it looks at nodes only, and only of clusters that are
 * built: no other kind is watched because somebody has this page open.
 */
export async function overview(needs: Needs): Promise<OverviewAnswer> {
  const { db, clock } = needs;
  const [clusters, hosts, sites, running, recent] = await Promise.all([
    listClusters(db).then((rows) => Promise.all(rows.map((row) => watched(needs, row)))),
    listHosts(needs),
    measuredSites(needs),
    readJobs(db, { state: IS_RUNNING }),
    readJobs(db, { NOT: { state: IS_RUNNING } }, RECENT_JOBS),
  ]);
  return {
    troubles: troublesOf({ clusters, hosts, sites, nowMs: clock.nowMs() }),
    clusters: clusters.map(({ glance }) => glance).toSorted(byTroubleOfCluster),
    hosts: hostGlances(hosts),
    running,
    recent,
  };
}

async function readJobs(db: Database, where: object, take?: number) {
  const jobs = await db.job.findMany({
    ...{ where, include: JOB_INCLUDE, orderBy: { number: "desc" } },
    ...(take === undefined ? {} : { take }),
  });
  return jobs.map((job) => jobRow(job));
}

async function watched(needs: Needs, row: ClusterRow): Promise<WatchedCluster> {
  const [seen, last] = await Promise.all([seenNodes(needs, row), lastJob(needs.db, row.id)]);
  const count = (role: string) => row.members.filter((member) => member.role === role).length;
  return {
    glance: {
      ...{ id: row.id, name: row.name, state: row.state, runningJobId: row.runningJobId },
      ...{ origin: row.origin, version: row.version, apiAddress: row.apiAddress },
      ...{ servers: count("server"), agents: count("agent") },
      nodes: seen.nodes === null ? null : nodesGlance(seen.nodes),
      ...{ asOf: seen.asOf, problem: seen.problem },
    },
    nodes: seen.nodes,
    certificates: row.state === "ready" ? certificateEnds(needs, row) : [],
    ...last,
  };
}

const UNSEEN = { nodes: null, asOf: null, problem: null };

async function seenNodes({ kube }: Needs, { id, state }: ClusterRow) {
  if (state !== "ready") return UNSEEN;
  const { rows, asOfMs, problem } = await kube.lookAlone(id, "nodes");
  return {
    nodes: rows === null ? null : [...rows.values()],
    asOf: asOfMs === null ? null : new Date(asOfMs).toISOString(),
    problem,
  };
}

const nodesGlance = (nodes: readonly NodeRow[]): NodesGlance => ({
  ready: nodes.filter(({ ready }) => ready).length,
  total: nodes.length,
  cordoned: nodes.filter(({ cordoned }) => cordoned).length,
});

async function lastJob(db: Database, clusterId: string) {
  const job = await db.job.findFirst({
    where: { clusterId },
    include: JOB_INCLUDE,
    orderBy: { number: "desc" },
  });
  if (job === null) return { lastJob: null, lastJobDetail: null };
  const view = job.view === null ? null : (JSON.parse(job.view) as JobView);
  return { lastJob: jobRow(job), lastJobDetail: view === null ? null : failureOf(view) };
}

/** What the first failed step said, or why the job failed without one. */
function failureOf(view: JobView): string | null {
  const failed = Object.values(view.nodes).find(({ state }) => state === "failed");
  return failed?.problem?.detail ?? view.problem?.detail ?? null;
}
