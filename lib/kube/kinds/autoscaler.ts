import type { RowStatus } from "@/lib/schemas/kube-kind";
import { column } from "../column";
import { defineKind, rowBase, type StatusRow } from "../kind";
import { conditionOf, type KubeCondition, type KubeObject } from "../kube-object";
import { metricTexts, type Metric, type MetricNow } from "../autoscaler-metric";
import { bad, doubtful, idle, underWay, well } from "../row-status";

/** Source: Kubernetes API reference, autoscaling/v2 HorizontalPodAutoscaler. Only what is read here. */
interface RawAutoscaler {
  readonly spec?: {
    readonly scaleTargetRef?: { readonly kind?: string; readonly name?: string };
    readonly minReplicas?: number;
    readonly maxReplicas?: number;
    readonly metrics?: readonly Metric[];
  };
  readonly status?: {
    readonly currentReplicas?: number;
    readonly desiredReplicas?: number;
    readonly currentMetrics?: readonly MetricNow[] | null;
    readonly conditions?: readonly KubeCondition[];
  };
}

export interface AutoscalerRow extends StatusRow {
  /** "Deployment/web" */
  readonly target: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly current: number;
  /** "cpu 35% of 80%" */
  readonly metrics: readonly string[];
}

function toRow(object: KubeObject): AutoscalerRow {
  const raw = object as RawAutoscaler & KubeObject;
  const { spec = {}, status = {} } = raw as RawAutoscaler;
  const { kind = "?", name = "?" } = spec.scaleTargetRef ?? {};
  return {
    ...rowBase(object),
    status: statusOf(raw),
    target: `${kind}/${name}`,
    minimum: spec.minReplicas ?? 1,
    maximum: spec.maxReplicas ?? 0,
    current: status.currentReplicas ?? 0,
    metrics: metricTexts(spec.metrics ?? [], status.currentMetrics ?? []),
  };
}

const NO_METRICS =
  "Check that metrics-server runs, and that every container of the target has a request for what is measured.";

/** Source: Kubernetes, HPA "Status Conditions": AbleToScale, ScalingActive, ScalingLimited. */
function statusOf({ spec, status }: RawAutoscaler): RowStatus {
  const condition = (type: string) => conditionOf(status?.conditions, type);
  const able = condition("AbleToScale");
  if (able?.status === "False")
    return bad("Cannot scale", able.message, "Check that its target exists.");
  return measured(condition("ScalingActive")) ?? limited(condition("ScalingLimited"), spec);
}

function measured(active: KubeCondition | undefined): RowStatus | null {
  if (active === undefined) return underWay("Measuring", "It has not measured yet.");
  if (active.reason === "ScalingDisabled") return idle("Off", active.message);
  return active.status === "False" ? bad("Cannot read metrics", active.message, NO_METRICS) : null;
}

const limited = (condition: KubeCondition | undefined, spec: RawAutoscaler["spec"]): RowStatus =>
  condition?.status === "True" && condition.reason === "TooManyReplicas"
    ? doubtful(
        "At its limit",
        `It wants more than ${spec?.maxReplicas} replicas.`,
        "Raise the maximum.",
      )
    : well("Active");

/** Horizontal pod autoscalers. */
export const autoscalerKind = defineKind<AutoscalerRow>({
  resource: {
    apiVersion: "autoscaling/v2",
    kind: "HorizontalPodAutoscaler",
    plural: "horizontalpodautoscalers",
    namespaced: true,
  },
  label: "Autoscalers",
  group: "workloads",
  project: toRow,
  status: ({ status }) => status,
  columns: [
    column("target", "Target", "reference"),
    column("metrics", "Metrics", "list"),
    column("minimum", "Least", "number"),
    column("maximum", "Most", "number"),
    column("current", "Now", "number"),
  ],
  searchText: ({ target, metrics }) => [target, ...metrics],
  actions: ["edit", "delete"],
});
