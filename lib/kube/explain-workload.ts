import type { RowStatus } from "@/lib/schemas/kube-kind";
import type { KubeRow } from "./kind";
import { podStatus, type PodRow } from "./kinds/pod";

/** What keeps pods of a workload, in a sentence, by the workload that waits for them. */
export type PodReasons = ReadonlyMap<string, string>;

const idOf = (kind: string, { namespace, name }: Pick<KubeRow, "namespace" | "name">) =>
  `${namespace} ${kind}/${name}`;

/** Reads every pod once, however many workloads are then asked about. */
export function podReasons(pods: Iterable<PodRow>): PodReasons {
  const reasons = new Map<string, string>();
  for (const pod of pods) {
    if (pod.trouble === null || pod.trouble.code === "not-ready") continue;
    const { why } = podStatus(pod);
    for (const owner of ownersOf(pod)) {
      const id = `${pod.namespace} ${owner}`;
      if (!reasons.has(id)) reasons.set(id, why);
    }
  }
  return reasons;
}

/** Its owner; where that is a replica set named after a deployment and the hash of its template, the deployment too. */
function ownersOf({ owner, labels }: PodRow): readonly string[] {
  const end = `-${labels["pod-template-hash"] ?? ""}`;
  if (end === "-" || !owner.startsWith("ReplicaSet/") || !owner.endsWith(end)) return [owner];
  return [owner, `Deployment/${owner.slice("ReplicaSet/".length, -end.length)}`];
}

/** Whether its own state leaves open why it is not further. */
export const isUnexplained = (status: RowStatus | null): boolean =>
  status !== null && status.tone !== "ok" && status.tone !== "unknown";

/** A workload that is not as it should be says itself what keeps its pods: which image, which registry, what to do. */
export function explainWorkload(
  kind: string,
  { row, status }: { readonly row: KubeRow; readonly status: RowStatus | null },
  reasons: PodReasons,
): RowStatus | null {
  const why = reasons.get(idOf(kind, row));
  if (status === null || why === undefined || !isUnexplained(status)) return status;
  return { word: status.word, tone: "danger", why, remedy: "" };
}
