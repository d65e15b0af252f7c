import type { Clock } from "@/lib/core/clock";
import {
  claimUsages,
  nodeMetrics,
  nodeSummary,
  type ClaimUsage,
  type RawNodeMetrics,
  type RawSummary,
  type Usage,
} from "@/lib/kube/usage";
import type { Result } from "@/lib/core/result";
import type { ApiClient } from "./api-client";
import type { ApiFailure } from "./api-failure";
import { keepBriefly } from "./keep-briefly";
import { readSummary } from "./read-usage";

/** What a whole cluster uses. */
export interface ClusterUsage {
  readonly source: "metrics-server" | "kubelet" | null;
  readonly total: Usage | null;
  readonly volumes: readonly ClaimUsage[];
}

/** Kubelets measure every 10 to 15 s: asking more often brings the same figures. */
const KEEP_MS = 20_000;
/** Every kubelet is asked by itself; in a larger cluster that is a job for metrics. */
const MAX_KUBELETS = 20;
const METRICS_TIMEOUT_MS = 2_500;

const NO_USAGE: ClusterUsage = { source: null, total: null, volumes: [] };

interface Needs {
  readonly clock: Clock;
  readonly client: (clusterId: string) => Promise<Result<ApiClient, ApiFailure>>;
}

/** Reads what clusters use, and keeps it for a moment however many pages ask. */
export function createUsageReader({ clock, client }: Needs) {
  const kept = keepBriefly<ClusterUsage>(clock, KEEP_MS);
  return (clusterId: string, nodes: readonly string[]): Promise<ClusterUsage> =>
    kept(clusterId, async () => {
      const api = await client(clusterId);
      return api.ok ? readClusterUsage(api.value, nodes) : NO_USAGE;
    });
}

async function readClusterUsage(api: ApiClient, nodes: readonly string[]): Promise<ClusterUsage> {
  const asked = nodes.length <= MAX_KUBELETS ? nodes : [];
  const [metrics, ...summaries] = await Promise.all([
    api.json<{ items?: readonly RawNodeMetrics[] }>({
      path: "/apis/metrics.k8s.io/v1beta1/nodes",
      timeoutMs: METRICS_TIMEOUT_MS,
    }),
    ...asked.map((node) => readSummary(api, node)),
  ]);
  const told = summaries.filter((summary): summary is RawSummary => summary !== null);
  const volumes = told.flatMap(claimUsages);
  const measured = metrics.ok ? (metrics.value.items ?? []).map(nodeMetrics) : [];
  if (measured.length > 0) return { source: "metrics-server", total: sum(measured), volumes };
  if (told.length === 0 || told.length < nodes.length)
    return { source: null, total: null, volumes };
  return { source: "kubelet", total: sum(told.map(nodeSummary)), volumes };
}

const sum = (usages: readonly Usage[]): Usage => ({
  cpuMillis: usages.reduce((total, { cpuMillis }) => total + (cpuMillis ?? 0), 0),
  memoryBytes: usages.reduce((total, { memoryBytes }) => total + (memoryBytes ?? 0), 0),
});
