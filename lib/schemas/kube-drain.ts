import { z } from "zod";
import type { Problem } from "@/lib/core/problem";

/** Query of GET and DELETE /clusters/:id/drain. */
export const drainQuery = z.object({
  node: z
    .string()
    .min(1)
    .max(253)
    .regex(/^[^/%]+$/)
    .refine((name) => name !== "." && name !== ".."),
});

/** Body of POST /clusters/:id/drain. */
export const drainInput = drainQuery.extend({
  /** Files in emptyDir volumes are lost with their pods. */
  deleteEmptyDir: z.boolean().default(false),
  /** Pods that nothing starts again. */
  deleteBarePods: z.boolean().default(false),
  /** After this long without an end it stops and says which pods are left. */
  timeoutSeconds: z.number().int().min(10).max(3600).default(300),
});
export type DrainInput = z.infer<typeof drainInput>;

/** A pod that a drain moves, and what is special about it. */
export interface DrainPod {
  readonly namespace: string;
  readonly name: string;
  readonly owner: string;
  /** Nothing starts it elsewhere. */
  readonly bare: boolean;
  readonly emptyDir: boolean;
  /** Claims whose volume is on this node and cannot move. */
  readonly pinned: readonly string[];
}

/** A disruption budget that some of the pods fall under. */
export interface DrainBudget {
  readonly namespace: string;
  readonly name: string;
  readonly allowed: number;
  /** Pods of this node under it. */
  readonly pods: number;
}

/** A host name that leads to pods of this node. */
export interface DrainSite {
  readonly host: string;
  /** Copies that run on other nodes. */
  readonly elsewhere: number;
  /** Its volume cannot move: down until the node is back. */
  readonly pinned: boolean;
}

/** What a drain of a node does, before anything is touched. */
export interface DrainPreview {
  readonly node: string;
  readonly cordoned: boolean;
  readonly ready: boolean;
  readonly pods: readonly DrainPod[];
  /** Pods that stay: of daemon sets and the node's own. */
  readonly staying: number;
  readonly budgets: readonly DrainBudget[];
  readonly sites: readonly DrainSite[];
  /** Other nodes that take pods. */
  readonly otherNodes: number;
  readonly complete: boolean;
}

export type DrainPodState = "waiting" | "blocked" | "leaving" | "gone";

/** A drain that runs or ended. */
export interface DrainProgress {
  readonly node: string;
  readonly state: "running" | "done" | "failed" | "cancelled";
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly startedBy: string;
  readonly pods: readonly {
    readonly namespace: string;
    readonly name: string;
    readonly state: DrainPodState;
    /** What the API says keeps it here; empty when nothing does. */
    readonly message: string;
  }[];
  readonly problem: Problem | null;
}

/** Answer of GET /clusters/:id/drain. */
export interface DrainAnswer {
  readonly preview: DrainPreview;
  /** Null when this panel has not drained the node since it started. */
  readonly progress: DrainProgress | null;
}
