import { statusLook, type StatusOf } from "@/lib/format/status";
import { ageKey, defineKind, rowBase, type KubeRow } from "../kind";
import type { KubeObject } from "../kube-object";
import { isFinished, podPhrase, type RawPod } from "../pod-phrase";
import { podTrouble, type PodTrouble } from "../pod-trouble";
import { parseCpuMillis, parseMemoryBytes } from "../quantity";

export interface PodRow extends KubeRow {
  /** kubectl's word: Running, Init:0/1, CrashLoopBackOff, Terminating … */
  readonly phrase: string;
  /** How that word looks. */
  readonly look: StatusOf<"pod">;
  readonly trouble: PodTrouble | null;
  readonly ready: number;
  readonly containers: number;
  readonly restarts: number;
  /** Empty until it is scheduled. */
  readonly node: string;
  readonly ip: string;
  /** "ReplicaSet/nginx-7d8f9c6b5", or empty for a bare pod. */
  readonly owner: string;
  readonly images: readonly string[];
  /** Sums of what its containers ask for; 0 when they ask for nothing. */
  readonly cpuRequestMillis: number;
  readonly memoryRequestBytes: number;
  /** It has run to its end, or failed for good: it holds no memory or CPU any more. */
  readonly finished: boolean;
}

function toPodRow(object: KubeObject): PodRow {
  const pod = object as RawPod & KubeObject;
  const { spec = {}, status = {} } = pod as RawPod;
  const containers = spec.containers ?? [];
  const statuses = status.containerStatuses ?? [];
  const phrase = podPhrase(pod);
  const trouble = podTrouble(pod);
  const owner = object.metadata.ownerReferences?.[0];
  const sum = (resource: string, parse: (text: string | undefined) => number | null) =>
    containers.reduce(
      (total, { resources }) => total + (parse(resources?.requests?.[resource]) ?? 0),
      0,
    );
  return {
    ...rowBase(object),
    phrase,
    look: lookOf(phrase, trouble),
    trouble,
    ready: statuses.filter(({ ready }) => ready === true).length,
    containers: containers.length,
    restarts: statuses.reduce((total, { restartCount = 0 }) => total + restartCount, 0),
    node: spec.nodeName ?? "",
    ip: status.podIP ?? "",
    owner: owner === undefined ? "" : `${owner.kind}/${owner.name}`,
    images: [...new Set(containers.flatMap(({ image }) => image ?? []))],
    cpuRequestMillis: sum("cpu", parseCpuMillis),
    memoryRequestBytes: sum("memory", parseMemoryBytes),
    finished: isFinished(pod),
  };
}

const LOOKS: Readonly<Record<string, StatusOf<"pod">>> = {
  Completed: "completed",
  Succeeded: "completed",
  Unknown: "unknown",
  Terminating: "pending",
  CrashLoopBackOff: "crash-loop-back-off",
};

/** Trouble decides before the word does: a pod that says "Running" may still answer nobody. */
function lookOf(phrase: string, trouble: PodTrouble | null): StatusOf<"pod"> {
  const known = LOOKS[phrase.replace(/^Init:/, "")];
  if (known !== undefined) return known;
  if (trouble === null) return phrase === "Running" ? "running" : "pending";
  return TROUBLE_LOOK[trouble.code];
}

const TROUBLE_LOOK = {
  image: "image-pull-back-off",
  "crash-loop": "failed",
  container: "failed",
  ended: "failed",
  unschedulable: "pending",
  "not-ready": "pending",
} as const satisfies Record<PodTrouble["code"], StatusOf<"pod">>;

const TONE_RANK = { danger: 0, warn: 1, live: 2, info: 2, ok: 3, unknown: 4 } as const;

const troubleRank = (row: PodRow) => TONE_RANK[statusLook("pod", row.look).tone];

/** Pods. */
export const podKind = defineKind<PodRow>({
  path: "/api/v1/pods",
  project: toPodRow,
  searchText: (row) => [
    row.name,
    row.namespace,
    row.node,
    row.phrase,
    row.ip,
    row.owner,
    ...row.images,
  ],
  defaultSort: "trouble",
  sorts: {
    trouble: troubleRank,
    name: (row) => row.name,
    namespace: (row) => row.namespace,
    node: (row) => row.node,
    restarts: (row) => row.restarts,
    age: ageKey,
  },
  filters: {
    namespace: (row) => row.namespace,
    node: (row) => row.node,
    status: (row) => row.phrase,
    trouble: (row) => (troubleRank(row) === TONE_RANK.danger ? "yes" : []),
  },
});
