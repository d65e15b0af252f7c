import type { RowStatus } from "@/lib/schemas/kube-kind";
import { column, hidden } from "../column";
import { defineKind, rowBase, type StatusRow } from "../kind";
import { conditionOf, type KubeCondition, type KubeObject } from "../kube-object";
import { imagesOf, type PodTemplate } from "../pod-template";
import { bad, idle, underWay } from "../row-status";

/** Source: Kubernetes API reference, batch/v1 Job. Only what is read here. */
interface RawJob {
  readonly spec?: {
    readonly completions?: number;
    readonly backoffLimit?: number;
    readonly activeDeadlineSeconds?: number;
    readonly suspend?: boolean;
    readonly template?: PodTemplate;
  };
  readonly status?: {
    readonly active?: number;
    readonly succeeded?: number;
    readonly failed?: number;
    readonly startTime?: string;
    readonly completionTime?: string;
    readonly conditions?: readonly KubeCondition[];
  };
}

export interface JobRow extends StatusRow {
  readonly succeeded: number;
  readonly completions: number;
  readonly failed: number;
  /** ISO 8601, UTC; empty until then. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly suspended: boolean;
  readonly images: readonly string[];
}

function toRow(object: KubeObject): JobRow {
  const raw = object as RawJob & KubeObject;
  const { spec = {}, status = {} } = raw as RawJob;
  const failure = conditionOf(status.conditions, "Failed");
  return {
    ...rowBase(object),
    status: statusOf(raw),
    succeeded: status.succeeded ?? 0,
    completions: spec.completions ?? 1,
    failed: status.failed ?? 0,
    startedAt: status.startTime ?? "",
    endedAt: status.completionTime ?? failure?.lastTransitionTime ?? "",
    suspended: spec.suspend === true,
    images: imagesOf(spec.template),
  };
}

function statusOf({ spec = {}, status = {} }: RawJob): RowStatus {
  const failure = conditionOf(status.conditions, "Failed");
  if (failure?.status === "True") return failed(failure, spec);
  if (conditionOf(status.conditions, "Complete")?.status === "True") return idle("Complete");
  if (spec.suspend === true) return idle("Suspended", "It waits until it is resumed.");
  const tried = status.failed ? `${status.failed} failed so far` : "";
  return underWay(status.active ? "Running" : "Waiting", tried);
}

/** Source: Kubernetes, batch/v1 JobReason constants. */
function failed({ reason = "", message = "" }: KubeCondition, spec: NonNullable<RawJob["spec"]>) {
  const logs = "The log of its last pod says what went wrong.";
  if (reason === "BackoffLimitExceeded")
    return bad("Failed", `It failed more than ${spec.backoffLimit ?? 6} times.`, logs);
  if (reason === "DeadlineExceeded")
    return bad(
      "Failed",
      `It ran longer than its ${spec.activeDeadlineSeconds ?? ""} s.`,
      "Raise activeDeadlineSeconds, or look at what it waits for.",
    );
  return bad("Failed", message || reason, logs);
}

/** Jobs. */
export const jobKind = defineKind<JobRow>({
  resource: { apiVersion: "batch/v1", kind: "Job", plural: "jobs", namespaced: true },
  // The panel has jobs of its own under "jobs".
  name: "jobs.batch",
  label: "Jobs",
  group: "workloads",
  project: toRow,
  status: ({ status }) => status,
  columns: [
    column("succeeded", "Succeeded", "number"),
    column("completions", "Wanted", "number"),
    column("failed", "Failed", "number"),
    hidden(column("startedAt", "Started", "time")),
    column("endedAt", "Ended", "time"),
    column("owner", "Owner", "reference"),
    hidden(column("images", "Images", "list")),
  ],
  searchText: ({ images, owner }) => [...images, owner],
  actions: ["logs", "suspend", "resume", "edit", "delete"],
  actionsFor: ({ suspended, endedAt }) => {
    if (endedAt !== "") return ["logs", "edit", "delete"];
    return ["logs", suspended ? "resume" : "suspend", "edit", "delete"];
  },
});
