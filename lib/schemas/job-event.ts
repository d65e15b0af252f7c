import type { Problem } from "@/lib/core/problem";

/** How a job ended, or that it has not. */
export type JobOutcome = "succeeded" | "failed" | "cancelled" | "interrupted";

/** A node of the job's graph, as the browser needs it. */
export interface JobNode {
  readonly id: string;
  readonly hostId: string;
  readonly hostName: string;
  readonly label: string;
  readonly title: string;
  readonly after: readonly string[];
  readonly lane: "main" | "transfer";
  readonly skippable: boolean;
  readonly typicalMs: number;
}

/** What can happen in a job. Append-only; the panel's database keeps them in order. */
export type JobEventBody =
  /** First event of every attempt (start, resume, retry): node states begin anew, logs stay. */
  | {
      readonly type: "job.planned";
      readonly attempt: number;
      readonly nodes: readonly JobNode[];
      /** Who asked for this attempt; panels before 0.2 did not write it down. */
      readonly by?: string;
    }
  | { readonly type: "node.checking"; readonly node: string }
  | { readonly type: "node.in-sync"; readonly node: string; readonly note: string }
  | { readonly type: "node.changing"; readonly node: string; readonly summary: string }
  | { readonly type: "node.progress"; readonly node: string; readonly note: string }
  | { readonly type: "node.changed"; readonly node: string; readonly durationMs: number }
  | { readonly type: "node.failed"; readonly node: string; readonly problem: Problem }
  | { readonly type: "node.blocked"; readonly node: string; readonly by: string }
  | { readonly type: "node.skipped"; readonly node: string; readonly reason: string }
  | {
      readonly type: "log";
      readonly node: string;
      /** "panel" is the panel's own voice: what it does and why. */
      readonly stream: "stdout" | "stderr" | "panel";
      readonly line: string;
    }
  /** Network rules are on trial on these hosts, which take the old ones again at `endsAt` unless they are told not to. */
  | {
      readonly type: "trial.began";
      readonly endsAt: string;
      /** How long it lasts in all. */
      readonly seconds: number;
      readonly hosts: readonly string[];
    }
  | { readonly type: "trial.checked"; readonly ok: boolean; readonly text: string }
  /** Everything was proved: a person has the last word. */
  | { readonly type: "trial.asked" }
  | { readonly type: "job.cancelling"; readonly by: string }
  | { readonly type: "job.finished"; readonly outcome: JobOutcome; readonly problem?: Problem };

/** `seq` is dense from 1 within a job, so a client sees a gap and asks for what it missed. */
export type JobEvent = {
  readonly seq: number;
  /** ISO 8601, UTC. */ readonly at: string;
} & JobEventBody;
