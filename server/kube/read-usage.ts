import type { UsageSource } from "@/lib/schemas/kube-object";
import {
  nodeMetrics,
  nodeSummary,
  podMetrics,
  podSummary,
  type NodeUsage,
  type PodUsage,
  type RawNodeMetrics,
  type RawPodMetrics,
  type RawSummary,
} from "@/lib/kube/usage";
import type { ApiClient } from "./api-client";
import type { ApiFailure } from "./api-failure";

/** Figures, and where they came from. */
export interface Measured<T> extends UsageSource {
  readonly value: T | null;
}

/** Live figures make a page better, not possible: nobody waits long for them. */
const TIMEOUT_MS = 2_500;

const METRICS = "/apis/metrics.k8s.io/v1beta1";

const of = <T extends { readonly measuredAt: string }>(
  source: NonNullable<UsageSource["source"]>,
  value: T,
  note = "",
): Measured<T> => ({ source, measuredAt: value.measuredAt, note, value });

const nothing = (note: string): Measured<never> => ({
  ...{ source: null, measuredAt: "", note, value: null },
});

/** Why metrics-server was passed over, in one sentence. */
const passedOver = ({ httpStatus, detail }: ApiFailure) =>
  httpStatus === 404
    ? "metrics-server has no figures for this: it is not installed, or has not measured yet."
    : `metrics-server does not answer: ${detail}`;

interface Pod {
  readonly namespace: string;
  readonly name: string;
  /** Empty until it is scheduled. */
  readonly node: string;
}

/** What a pod's containers use now: from metrics-server, else from the kubelet of its node. */
export async function readPodUsage(api: ApiClient, pod: Pod): Promise<Measured<PodUsage>> {
  if (pod.node === "") return nothing("It runs on no node yet.");
  const path = `${METRICS}/namespaces/${pod.namespace}/pods/${encodeURIComponent(pod.name)}`;
  const metrics = await api.json<RawPodMetrics>({ path, timeoutMs: TIMEOUT_MS });
  if (metrics.ok) return of("metrics-server", podMetrics(metrics.value));
  const note = passedOver(metrics.problem);
  const summary = await readSummary(api, pod.node);
  if (summary === null)
    return nothing(`${note} The kubelet of ${pod.node} does not answer either.`);
  const found = podSummary(summary, pod.namespace, pod.name);
  return found === null ? nothing(note) : of("kubelet", found, note);
}

/** What a node uses now, from the same two sources. */
export async function readNodeUsage(api: ApiClient, node: string): Promise<Measured<NodeUsage>> {
  const path = `${METRICS}/nodes/${encodeURIComponent(node)}`;
  const metrics = await api.json<RawNodeMetrics>({ path, timeoutMs: TIMEOUT_MS });
  if (metrics.ok) return of("metrics-server", nodeMetrics(metrics.value));
  const note = passedOver(metrics.problem);
  const summary = await readSummary(api, node);
  return summary === null
    ? nothing(`${note} The kubelet of ${node} does not answer either.`)
    : of("kubelet", nodeSummary(summary), note);
}

/** The kubelet's own figures, through the API server. Null when it does not answer. */
export async function readSummary(api: ApiClient, node: string): Promise<RawSummary | null> {
  const path = `/api/v1/nodes/${encodeURIComponent(node)}/proxy/stats/summary`;
  const summary = await api.json<RawSummary>({ path, timeoutMs: TIMEOUT_MS });
  return summary.ok ? summary.value : null;
}
