import type { Problem } from "@/lib/core/problem";

/** One state that a workload was in and can go back to. */
export interface Revision {
  readonly revision: number;
  /** ISO 8601, UTC; empty when unknown. */
  readonly createdAt: string;
  /** What somebody wrote as the reason; empty when nobody did. */
  readonly cause: string;
  /** Pods of this revision; 0 where the kind does not count them. */
  readonly copies: number;
  readonly current: boolean;
  readonly images: readonly string[];
  /** The pod template as YAML, without what the controller adds. */
  readonly template: string;
}

/** Why copies are not ready, with one of the pods as an example. */
export type RolloutReason =
  | {
      readonly code: "image";
      readonly pods: number;
      readonly pod: string;
      readonly image: string;
      readonly registry: string;
      readonly message: string;
    }
  | {
      readonly code: "crash-loop";
      readonly pods: number;
      readonly pod: string;
      readonly container: string;
      readonly exitCode: number | null;
      readonly lastReason: string;
      readonly message: string;
    }
  | {
      readonly code: "unschedulable";
      readonly pods: number;
      readonly pod: string;
      readonly message: string;
    }
  | {
      readonly code: "container";
      readonly pods: number;
      readonly pod: string;
      readonly container: string;
      readonly message: string;
    }
  | {
      readonly code: "ended";
      readonly pods: number;
      readonly pod: string;
      readonly message: string;
    }
  /** The container runs, but its probe says no. `message` is the kubelet's. */
  | {
      readonly code: "probe";
      readonly pods: number;
      readonly pod: string;
      readonly message: string;
    }
  /** The node cannot make the pod's sandbox: its network plugin, a runtime that is away. `message` is the kubelet's. */
  | {
      readonly code: "sandbox";
      readonly pods: number;
      readonly pod: string;
      readonly message: string;
    }
  /** A volume cannot be had: what it names is not there, or its storage does not answer. */
  | {
      readonly code: "volume";
      readonly pods: number;
      readonly pod: string;
      readonly message: string;
    }
  /** The API refuses to make pods: a quota, an admission webhook. */
  | { readonly code: "not-created"; readonly pods: 0; readonly pod: ""; readonly message: string }
  /** Nothing is wrong yet: images are fetched, containers start. */
  | { readonly code: "starting"; readonly pods: number; readonly pod: string };

export type RolloutState = "going" | "done" | "stuck" | "paused" | "stopped";

/** How far a workload is on its way to what was asked for. */
export interface Rollout {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  readonly resourceVersion: string;
  /** Labels that choose its pods: "app=shop". */
  readonly selector: string;
  readonly state: RolloutState;
  readonly desired: number;
  /** Pods of the newest state; those that are ready; those that have been ready long enough. */
  readonly updated: number;
  readonly ready: number;
  readonly available: number;
  /** Pods of earlier states that are still there. */
  readonly old: number;
  readonly paused: boolean;
  readonly reasons: readonly RolloutReason[];
  /** Newest first. */
  readonly revisions: readonly Revision[];
  /** Sets the number of copies by itself, so that a scale does not last. */
  readonly autoscaler: { readonly name: string; readonly min: number; readonly max: number } | null;
  /** Host names that lead to its pods. */
  readonly hosts: readonly string[];
  /** What could not be read, and so is not shown. */
  readonly unknown: readonly Problem[];
}
