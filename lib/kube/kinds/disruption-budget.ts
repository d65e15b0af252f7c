import type { RowStatus } from "@/lib/schemas/kube-kind";
import { column } from "../column";
import { defineKind, rowBase, type StatusRow } from "../kind";
import type { KubeObject } from "../kube-object";
import { readLabelSelector, selectorText, type RawLabelSelector } from "../label-selector";
import { doubtful, idle, well } from "../row-status";

/** Source: Kubernetes API reference, policy/v1 PodDisruptionBudget. Only what is read here. */
interface RawBudget {
  readonly spec?: {
    readonly minAvailable?: number | string;
    readonly maxUnavailable?: number | string;
    readonly selector?: RawLabelSelector;
  };
  readonly status?: {
    readonly disruptionsAllowed?: number;
    readonly currentHealthy?: number;
    readonly desiredHealthy?: number;
    readonly expectedPods?: number;
  };
}

export interface BudgetRow extends StatusRow {
  /** "at least 2", "at most 1 away" */
  readonly rule: string;
  readonly allowed: number;
  readonly healthy: number;
  readonly needed: number;
  readonly pods: string;
}

function toRow(object: KubeObject): BudgetRow {
  const raw = object as RawBudget & KubeObject;
  const { spec = {}, status = {} } = raw as RawBudget;
  return {
    ...rowBase(object),
    status: statusOf(raw),
    rule:
      spec.maxUnavailable === undefined
        ? `at least ${spec.minAvailable ?? 1}`
        : `at most ${spec.maxUnavailable} away`,
    allowed: status.disruptionsAllowed ?? 0,
    healthy: status.currentHealthy ?? 0,
    needed: status.desiredHealthy ?? 0,
    pods: selectorText(readLabelSelector(spec.selector ?? {})) || "every pod",
  };
}

function statusOf({ status = {} }: RawBudget): RowStatus {
  const { disruptionsAllowed = 0, currentHealthy = 0, desiredHealthy = 0 } = status;
  if ((status.expectedPods ?? 0) === 0)
    return idle("No pods", "Nothing has the labels it protects.");
  if (disruptionsAllowed > 0) return well("Allows drains");
  const counted = `${currentHealthy} healthy, ${desiredHealthy} needed: none may go.`;
  return doubtful(
    "Blocks drains",
    counted,
    "Add a replica, or repair the pods that are not healthy.",
  );
}

/** Pod disruption budgets. */
export const disruptionBudgetKind = defineKind<BudgetRow>({
  resource: {
    apiVersion: "policy/v1",
    kind: "PodDisruptionBudget",
    plural: "poddisruptionbudgets",
    namespaced: true,
  },
  label: "Disruption budgets",
  group: "workloads",
  project: toRow,
  status: ({ status }) => status,
  columns: [
    column("rule", "Rule"),
    column("allowed", "May go", "number"),
    column("healthy", "Healthy", "number"),
    column("needed", "Needed", "number"),
    column("pods", "Pods"),
  ],
  searchText: ({ rule, pods }) => [rule, pods],
  actions: ["edit", "delete"],
});
