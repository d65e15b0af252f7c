import type { NodeLoad } from "@/lib/schemas/kube";
import type { PodRow } from "./kinds/pod";

/** While pods are not known. */
export const NO_LOAD: NodeLoad = { pods: null, cpuRequestMillis: null, memoryRequestBytes: null };

/** What each node carries. Pods that have ended hold nothing any more, as for the scheduler. */
export function nodeLoads(pods: Iterable<PodRow>): ReadonlyMap<string, NodeLoad> {
  const loads = new Map<
    string,
    { pods: number; cpuRequestMillis: number; memoryRequestBytes: number }
  >();
  for (const pod of pods) {
    if (pod.node === "" || pod.finished) continue;
    const load = loads.get(pod.node) ?? { pods: 0, cpuRequestMillis: 0, memoryRequestBytes: 0 };
    load.pods += 1;
    load.cpuRequestMillis += pod.cpuRequestMillis;
    load.memoryRequestBytes += pod.memoryRequestBytes;
    loads.set(pod.node, load);
  }
  return loads;
}
