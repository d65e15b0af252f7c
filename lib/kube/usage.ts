import { parseCpuMillis, parseMemoryBytes } from "./quantity";

/** What something uses now. null: not measured. */
export interface Usage {
  /** Thousandths of a CPU. */
  readonly cpuMillis: number | null;
  readonly memoryBytes: number | null;
}

/** A pod's containers by name, as of a time. */
export interface PodUsage {
  /** ISO 8601, UTC. */
  readonly measuredAt: string;
  readonly containers: ReadonlyMap<string, Usage>;
}

/** A node's or its pods' usage, as of a time. */
export interface NodeUsage extends Usage {
  readonly measuredAt: string;
}

interface RawUsage {
  readonly cpu?: string;
  readonly memory?: string;
}

/** Source: Kubernetes, metrics.k8s.io/v1beta1 PodMetrics. */
export interface RawPodMetrics {
  readonly timestamp?: string;
  readonly containers?: readonly { readonly name: string; readonly usage?: RawUsage }[];
}

/** Source: Kubernetes, metrics.k8s.io/v1beta1 NodeMetrics. */
export interface RawNodeMetrics {
  readonly metadata?: { readonly name?: string };
  readonly timestamp?: string;
  readonly usage?: RawUsage;
}

/** Source: Kubernetes, kubelet stats/v1alpha1 Summary. Only what is read here. */
export interface RawSummary {
  readonly node?: RawStats;
  readonly pods?: readonly {
    readonly podRef?: { readonly name?: string; readonly namespace?: string };
    readonly containers?: readonly (RawStats & { readonly name: string })[];
    readonly volume?: readonly RawVolumeStats[];
  }[];
}

interface RawStats {
  readonly cpu?: { readonly time?: string; readonly usageNanoCores?: number };
  readonly memory?: { readonly time?: string; readonly workingSetBytes?: number };
}

interface RawVolumeStats {
  readonly pvcRef?: { readonly name?: string; readonly namespace?: string };
  readonly capacityBytes?: number;
  readonly usedBytes?: number;
}

const fromMetrics = ({ cpu, memory }: RawUsage = {}): Usage => ({
  cpuMillis: parseCpuMillis(cpu),
  memoryBytes: parseMemoryBytes(memory),
});

const fromStats = ({ cpu, memory }: RawStats = {}): Usage => ({
  cpuMillis: cpu?.usageNanoCores === undefined ? null : Math.round(cpu.usageNanoCores / 1e6),
  memoryBytes: memory?.workingSetBytes ?? null,
});

/** What metrics-server says of a pod. */
export const podMetrics = ({ timestamp = "", containers = [] }: RawPodMetrics): PodUsage => ({
  measuredAt: timestamp,
  containers: new Map(containers.map(({ name, usage }) => [name, fromMetrics(usage)])),
});

/** What metrics-server says of a node. */
export const nodeMetrics = ({ timestamp = "", usage }: RawNodeMetrics): NodeUsage => ({
  measuredAt: timestamp,
  ...fromMetrics(usage),
});

/** What the kubelet says of one of its pods; null when it does not know it. */
export function podSummary(
  { pods = [] }: RawSummary,
  namespace: string,
  name: string,
): PodUsage | null {
  const pod = pods.find(({ podRef }) => podRef?.name === name && podRef.namespace === namespace);
  if (pod === undefined) return null;
  const { containers = [] } = pod;
  return {
    measuredAt: containers[0]?.memory?.time ?? "",
    containers: new Map(containers.map((stats) => [stats.name, fromStats(stats)])),
  };
}

/** What the kubelet says of its own node. */
export const nodeSummary = ({ node }: RawSummary): NodeUsage => ({
  measuredAt: node?.memory?.time ?? "",
  ...fromStats(node),
});

/** How full a claim's volume is. */
export interface ClaimUsage {
  readonly namespace: string;
  readonly name: string;
  readonly usedBytes: number;
  readonly capacityBytes: number;
}

/** Volumes of claims that the kubelet's pods mount, each once. */
export function claimUsages({ pods = [] }: RawSummary): readonly ClaimUsage[] {
  const claims = new Map<string, ClaimUsage>();
  for (const { volume = [] } of pods)
    for (const { pvcRef, capacityBytes = 0, usedBytes = 0 } of volume) {
      const { namespace = "", name = "" } = pvcRef ?? {};
      if (name === "" || capacityBytes === 0) continue;
      claims.set(`${namespace}/${name}`, { namespace, name, usedBytes, capacityBytes });
    }
  return [...claims.values()];
}
