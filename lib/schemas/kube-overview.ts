import type { Problem } from "@/lib/core/problem";
import type { ObjectEvent, ObjectRef } from "./kube-object";

/** Something that is wrong now, worst first. */
export interface ClusterTrouble {
  readonly severity: "critical" | "warning";
  readonly code:
    | "node-not-ready"
    | "node-pressure"
    | "crash-loop"
    | "image"
    | "unschedulable"
    | "container"
    | "rollout-stuck"
    | "unavailable"
    | "job-failed"
    | "claim-unbound"
    | "volume-full"
    | "autoscaler";
  /** "3 pods of Deployment/web cannot get their image" */
  readonly title: string;
  /** The reason, one sentence. */
  readonly why: string;
  /** What to do, one sentence; may be empty. */
  readonly remedy: string;
  /** The object to open first. */
  readonly ref: ObjectRef;
  /** Its list. */
  readonly list: string;
  /** How many objects share this trouble. */
  readonly count: number;
  /** ISO 8601, UTC; empty when unknown. */
  readonly since: string;
}

/** What there is, what is promised. null: not known yet. */
export interface Capacity {
  readonly allocatable: number | null;
  readonly requested: number | null;
  /** Measured now; null without a source of metrics. */
  readonly used: number | null;
}

/** How many of a kind there are and how many are in trouble. */
export interface KindCount {
  readonly list: string;
  readonly label: string;
  readonly total: number;
  readonly troubled: number;
}

/** Answer of `GET /clusters/:id/overview`. */
export interface ClusterOverview {
  /** ISO 8601, UTC; null before the first answer of the cluster. */
  readonly asOf: string | null;
  readonly stale: boolean;
  readonly problem: Problem | null;
  readonly troubles: readonly ClusterTrouble[];
  readonly counts: readonly KindCount[];
  readonly capacity: {
    /** Thousandths of a CPU. */
    readonly cpuMillis: Capacity;
    readonly memoryBytes: Capacity;
    readonly pods: Capacity;
  };
  readonly usageSource: "metrics-server" | "kubelet" | null;
  readonly versions: readonly { readonly version: string; readonly nodes: readonly string[] }[];
  /** Newest first, grouped; of the last hour, which is as long as clusters keep them. */
  readonly warnings: readonly ObjectEvent[];
  /** Kinds to follow: `kube:<cluster>:<kind>` of each. */
  readonly follows: readonly string[];
}
