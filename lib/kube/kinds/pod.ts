import { statusLook, type StatusOf } from "@/lib/format/status";
import { cluster } from "@/lib/i18n/en/cluster";
import type { RowStatus } from "@/lib/schemas/kube-kind";
import { column, hidden } from "../column";
import { defineKind, rowBase, type KubeRow } from "../kind";
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
  readonly images: readonly string[];
  /** Volume claims it mounts. */
  readonly claims: readonly string[];
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
    images: [...new Set(containers.flatMap(({ image }) => image ?? []))],
    claims: (spec.volumes ?? []).flatMap((volume) => volume.persistentVolumeClaim?.claimName ?? []),
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

/** The pod's state in words, with the reason. */
export const podStatus = ({ phrase, look, trouble }: PodRow): RowStatus => ({
  word: phrase,
  tone: statusLook("pod", look).tone,
  why: trouble === null ? "" : sentenceOf(trouble),
  remedy: "",
});

/** The sentences name what to do themselves. */
const sentenceOf = (trouble: PodTrouble): string => {
  const sentences: Record<PodTrouble["code"], (trouble: never) => string> = cluster.pods.troubles;
  return sentences[trouble.code](trouble as never);
};

/** Pods. */
export const podKind = defineKind<PodRow>({
  resource: { apiVersion: "v1", kind: "Pod", plural: "pods", namespaced: true },
  label: "Pods",
  group: "workloads",
  project: toPodRow,
  status: podStatus,
  columns: [
    column("ready", "Ready", "number"),
    hidden(column("containers", "Containers", "number")),
    column("restarts", "Restarts", "number"),
    column("node", "Node"),
    column("ip", "IP"),
    hidden(column("images", "Images", "list")),
    hidden(column("claims", "Volume claims", "list")),
    hidden(column("cpuRequestMillis", "CPU request (m)", "number")),
    hidden(column("memoryRequestBytes", "Memory request", "bytes")),
  ],
  searchText: (row) => [row.node, row.ip, row.owner, ...row.images],
  filters: { node: (row) => row.node },
  actions: ["open", "logs", "shell", "edit", "delete"],
  actionsFor: (row) =>
    row.finished ? ["logs", "edit", "delete"] : ["open", "logs", "shell", "edit", "delete"],
});
