import type { ClusterTrouble } from "@/lib/schemas/kube-overview";
import type { Kind, KubeRow } from "./kind";
import type { RowOf } from "./kinds";
import { KINDS } from "./kinds";
import type { PodTrouble } from "./pod-trouble";
import { isBad } from "./row-status";
import type { ClaimUsage } from "./usage";

/** Rows of the kinds that an overview looks at; those that are not known yet are empty. */
export interface OverviewRows {
  readonly nodes: readonly RowOf<"nodes">[];
  readonly pods: readonly RowOf<"pods">[];
  readonly deployments: readonly RowOf<"deployments">[];
  readonly statefulsets: readonly RowOf<"statefulsets">[];
  readonly daemonsets: readonly RowOf<"daemonsets">[];
  readonly jobs: readonly RowOf<"jobs.batch">[];
  readonly claims: readonly RowOf<"persistentvolumeclaims">[];
  readonly autoscalers: readonly RowOf<"horizontalpodautoscalers">[];
}

type Code = ClusterTrouble["code"];

/** What takes most down comes first. */
const RANK = {
  "node-not-ready": 0,
  "volume-full": 1,
  image: 2,
  "crash-loop": 2,
  container: 2,
  unschedulable: 3,
  "rollout-stuck": 4,
  unavailable: 4,
  "claim-unbound": 5,
  "node-pressure": 6,
  "job-failed": 7,
  autoscaler: 8,
} as const satisfies Record<Code, number>;

/** From here on somebody should look, but nothing is down. */
const FIRST_WARNING = RANK["claim-unbound"];

/** How full a volume is when it is worth saying. */
const FULL_SHARE = 0.9;

/** Everything that is wrong now, worst first; what has one cause is said once. */
export function clusterTroubles(
  rows: OverviewRows,
  volumes: readonly ClaimUsage[],
): readonly ClusterTrouble[] {
  const pods = podTroubles(rows.pods);
  const explained = new Set(pods.map(({ ref }) => `${ref.namespace} ${ref.kind}/${ref.name}`));
  const isNews = ({ ref }: ClusterTrouble) =>
    !explained.has(`${ref.namespace} ${ref.kind}/${ref.name}`);
  return [
    ...rows.nodes.flatMap(nodeTroubles),
    ...pods,
    ...workloadTroubles(rows).filter(isNews),
    ...volumes.flatMap(volumeTrouble),
    ...rows.claims.flatMap(claimTrouble),
    ...rows.jobs.flatMap(jobTrouble),
    ...rows.autoscalers.flatMap(autoscalerTrouble),
  ].sort(
    (a, b) =>
      RANK[a.code] - RANK[b.code] ||
      b.count - a.count ||
      Number(a.title > b.title) - Number(a.title < b.title),
  );
}

type Said = Pick<ClusterTrouble, "code" | "title"> &
  Partial<Pick<ClusterTrouble, "why" | "remedy" | "count" | "since">>;

/** A trouble of one row: its reason and remedy are those of its status unless said otherwise. */
function troubleOf(kind: Kind, row: KubeRow, said: Said): ClusterTrouble {
  const status = kind.status(row);
  const { apiVersion, kind: name } = kind.resource;
  return {
    severity: RANK[said.code] < FIRST_WARNING ? "critical" : "warning",
    why: status?.why ?? "",
    remedy: status?.remedy ?? "",
    ref: { apiVersion, kind: name, namespace: row.namespace, name: row.name },
    list: kind.name,
    count: 1,
    since: "",
    ...said,
  };
}

function nodeTroubles(node: RowOf<"nodes">): readonly ClusterTrouble[] {
  const [first] = node.troubles;
  if (!node.ready) {
    const title = `${node.name} is not ready`;
    const since = node.readySince;
    return [troubleOf(KINDS.nodes, node, { code: "node-not-ready", title, since })];
  }
  if (first === undefined) return [];
  const title = `${node.name} is under pressure`;
  return [troubleOf(KINDS.nodes, node, { code: "node-pressure", title, since: first.since })];
}

const POD_CODES: Readonly<Partial<Record<PodTrouble["code"], Code>>> = {
  image: "image",
  "crash-loop": "crash-loop",
  container: "container",
  unschedulable: "unschedulable",
};

const POD_VERBS: Readonly<Partial<Record<Code, readonly [one: string, many: string]>>> = {
  image: ["cannot get its image", "cannot get their image"],
  "crash-loop": ["ends again and again", "end again and again"],
  container: ["cannot start", "cannot start"],
  unschedulable: ["finds no node", "find no node"],
};

/** Pods of one workload with one trouble are one line. */
function podTroubles(pods: readonly RowOf<"pods">[]): readonly ClusterTrouble[] {
  const groups = new Map<string, { code: Code; pods: RowOf<"pods">[] }>();
  for (const pod of pods) {
    const code = pod.trouble === null ? undefined : POD_CODES[pod.trouble.code];
    // A pod that ended for good is told by its job.
    if (code === undefined || (pod.finished && pod.owner.startsWith("Job/"))) continue;
    const workload = workloadOf(pod);
    const key = `${code} ${pod.namespace} ${workload === "" ? pod.uid : workload}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { code, pods: [pod] });
    else group.pods.push(pod);
  }
  return [...groups.values()].flatMap(({ code, pods: [first, ...others] }) =>
    first === undefined ? [] : [podTrouble(code, first, others.length + 1)],
  );
}

function podTrouble(code: Code, pod: RowOf<"pods">, count: number): ClusterTrouble {
  const [one, many] = POD_VERBS[code] ?? ["", ""];
  const workload = workloadOf(pod);
  const who = workload === "" ? pod.name : workload;
  const title = count === 1 ? `${who} ${one}` : `${count} pods of ${who} ${many}`;
  const trouble = troubleOf(KINDS.pods, pod, { code, title, count, since: pod.createdAt });
  const kind = WORKLOADS.find(({ resource }) => workload.startsWith(`${resource.kind}/`));
  if (kind === undefined) return trouble;
  const name = workload.slice(kind.resource.kind.length + 1);
  const ref = {
    ...trouble.ref,
    apiVersion: kind.resource.apiVersion,
    kind: kind.resource.kind,
    name,
  };
  return { ...trouble, ref, list: kind.name };
}

const WORKLOADS: readonly Kind[] = [
  KINDS.deployments,
  KINDS.statefulsets,
  KINDS.daemonsets,
  KINDS["jobs.batch"],
  KINDS.replicasets,
];

/** A replica set is named by its deployment and this label's value. Source: Kubernetes deployment controller. */
function workloadOf({ owner, labels }: RowOf<"pods">): string {
  const hash = labels["pod-template-hash"];
  return hash !== undefined && owner.startsWith("ReplicaSet/") && owner.endsWith(`-${hash}`)
    ? `Deployment/${owner.slice("ReplicaSet/".length, -hash.length - 1)}`
    : owner;
}

function workloadTroubles(rows: OverviewRows): readonly ClusterTrouble[] {
  const deployments = rows.deployments.flatMap((row) => {
    if (row.state === "stuck")
      return [
        troubleOf(KINDS.deployments, row, {
          code: "rollout-stuck",
          title: `Deployment/${row.name} does not get on`,
        }),
      ];
    if (row.state !== "unavailable") return [];
    return [
      troubleOf(KINDS.deployments, row, { code: "unavailable", title: unready("Deployment", row) }),
    ];
  });
  const short = ({ status }: { status: { tone: string } }) =>
    status.tone === "warn" || status.tone === "danger";
  const of = (kind: Kind, row: RowOf<"statefulsets"> | RowOf<"daemonsets">) =>
    troubleOf(kind, row, { code: "unavailable", title: unready(kind.resource.kind, row) });
  return [
    ...deployments,
    ...rows.statefulsets.filter(short).map((row) => of(KINDS.statefulsets, row)),
    ...rows.daemonsets.filter(short).map((row) => of(KINDS.daemonsets, row)),
  ];
}

const unready = (
  kind: string,
  { name, ready, desired }: { name: string; ready: number; desired: number },
) => `${kind}/${name}: ${ready} of ${desired} ready`;

function claimTrouble(claim: RowOf<"persistentvolumeclaims">): readonly ClusterTrouble[] {
  if (claim.status.tone !== "warn" && claim.status.tone !== "danger") return [];
  const title = `${claim.name} has no volume`;
  return [
    troubleOf(KINDS.persistentvolumeclaims, claim, {
      code: "claim-unbound",
      title,
      since: claim.createdAt,
    }),
  ];
}

function jobTrouble(job: RowOf<"jobs.batch">): readonly ClusterTrouble[] {
  if (!isBad(job.status)) return [];
  const title = `${job.name} failed`;
  return [troubleOf(KINDS["jobs.batch"], job, { code: "job-failed", title, since: job.endedAt })];
}

function autoscalerTrouble(row: RowOf<"horizontalpodautoscalers">): readonly ClusterTrouble[] {
  if (!isBad(row.status)) return [];
  const title = `${row.name} does not scale ${row.target}`;
  return [troubleOf(KINDS.horizontalpodautoscalers, row, { code: "autoscaler", title })];
}

function volumeTrouble(usage: ClaimUsage): readonly ClusterTrouble[] {
  const share = usage.usedBytes / usage.capacityBytes;
  if (share < FULL_SHARE) return [];
  const row = KINDS.persistentvolumeclaims.project({
    metadata: { name: usage.name, namespace: usage.namespace, uid: "" },
  });
  return [
    troubleOf(KINDS.persistentvolumeclaims, row, {
      code: "volume-full",
      title: `${usage.name} is ${Math.floor(share * 100)} % full`,
      why: "Its pods stop when they can write no more.",
      remedy: "Make room in it, or give it more space if its class allows that.",
    }),
  ];
}
