import type { Problem } from "@/lib/core/problem";
import type { JobNode } from "./job-event";

/** One action of a step as the plan page shows it; secrets are already redacted. */
export type ActionView =
  | {
      readonly kind: "write-file";
      readonly path: string;
      /** "0644" */
      readonly mode: string;
      readonly owner: string;
      readonly before: string | null;
      readonly after: string;
      readonly secret: boolean;
      /** The program that validates it before it replaces the old file. */
      readonly validator: string | null;
    }
  | { readonly kind: "remove-file"; readonly path: string; readonly before: string | null }
  | { readonly kind: "run"; readonly command: string; readonly why: string }
  | {
      readonly kind: "put-artifact";
      readonly path: string;
      readonly name: string;
      readonly sizeBytes: number;
      readonly sha256: string;
    }
  | { readonly kind: "wait"; readonly what: string; readonly timeoutMs: number };

/** What a fact said when the plan was made. */
export interface FactView {
  readonly name: string;
  /** Host it was asked on, when not the step's own. */
  readonly on?: string;
  readonly command: string;
  /** JSON of the value, shortened; secrets redacted. */
  readonly value: string;
}

export type PlanNodeState =
  | { readonly state: "in-sync"; readonly note: string }
  | {
      readonly state: "change";
      readonly summary: string;
      readonly actions: readonly ActionView[];
      readonly restarts: readonly string[];
    }
  /** Cannot be known before `until` (a node id) has been done. */
  | { readonly state: "unknown"; readonly missing: string; readonly until: string }
  | { readonly state: "problem"; readonly problem: Problem };

export type PlanNodeView = JobNode & {
  readonly why: string;
  readonly facts: readonly FactView[];
} & PlanNodeState;

/** A dry run: every step on every host, read just now; nothing was touched. */
export interface PlanView {
  readonly nodes: readonly PlanNodeView[];
  /** How long reading took. */
  readonly readMs: number;
  /** ISO 8601, UTC. */
  readonly readAt: string;
  readonly hosts: number;
  /** Longest chain of typical durations. */
  readonly estimateMs: number;
}
