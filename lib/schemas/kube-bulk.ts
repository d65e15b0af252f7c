import { z } from "zod";
import type { Problem } from "@/lib/core/problem";
import { kubeQuery } from "./kube";
import type { BlastItem } from "./kube-blast";
import { labelKey, labelValue, MAX_REPLICAS, objectRef } from "./kube-change";
import type { DrainPreview } from "./kube-drain";
import type { KubeAction } from "./kube-kind";

/** Objects of one action: as many as a list shows on its largest page. */
export const MAX_BULK = 500;

/** One change that many objects get. */
export const bulkChange = z.discriminatedUnion("action", [
  z.object({ action: z.literal("delete") }),
  z.object({ action: z.literal("restart") }),
  z.object({
    action: z.literal("scale"),
    replicas: z
      .number()
      .int("Whole copies only.")
      .min(0, "Not below 0.")
      .max(MAX_REPLICAS, `At most ${MAX_REPLICAS}.`),
  }),
  z.object({ action: z.literal("pause") }),
  z.object({ action: z.literal("resume") }),
  z.object({ action: z.literal("suspend"), suspended: z.boolean() }),
  z.object({ action: z.literal("cordon") }),
  z.object({ action: z.literal("uncordon") }),
  /** One node after another. */
  z.object({
    action: z.literal("drain"),
    deleteEmptyDir: z.boolean().default(false),
    deleteBarePods: z.boolean().default(false),
  }),
  /** Null takes a label away. */
  z.object({
    action: z.literal("label"),
    labels: z
      .record(labelKey, labelValue.nullable())
      .refine((labels) => Object.keys(labels).length > 0, "Name at least one label."),
  }),
]);
export type BulkChange = z.infer<typeof bulkChange>;
export type BulkAction = BulkChange["action"];

/** An object as it was seen: another one of the same name is left alone. */
const bulkTarget = objectRef.extend({ uid: z.string().min(1).max(64) });
export type BulkTarget = z.infer<typeof bulkTarget>;

const NODE_ACTIONS: readonly BulkAction[] = ["cordon", "uncordon", "drain"];

const bulkParts = z.object({
  change: bulkChange,
  objects: z
    .array(bulkTarget)
    .min(1, "Select at least one object.")
    .max(MAX_BULK, `At most ${MAX_BULK} objects at once.`),
});
const forItsKind = ({ change, objects }: z.infer<typeof bulkParts>) =>
  !NODE_ACTIONS.includes(change.action) || objects.every(({ kind }) => kind === "Node");
const ONLY_NODES = { message: "Only nodes can be cordoned and drained.", path: ["objects"] };

/** Body of POST /clusters/:id/bulk/preview. */
export const bulkPreviewInput = bulkParts.refine(forItsKind, ONLY_NODES);
export type BulkPreviewInput = z.infer<typeof bulkPreviewInput>;

/** Body of POST /clusters/:id/bulk. `confirm`: what was typed, where data or a site is lost. */
export const bulkInput = bulkParts
  .extend({ confirm: z.string().max(80).default("") })
  .refine(forItsKind, ONLY_NODES);
export type BulkInput = z.infer<typeof bulkInput>;

/** What is typed before many objects are lost: "delete 12". */
export const bulkPhrase = (action: BulkAction, count: number): string => `${action} ${count}`;

/** Answer of POST /clusters/:id/bulk/preview: what all of it takes with it, taken together. */
export interface BulkPreview {
  /** Objects that are there and are those that were seen. */
  readonly count: number;
  /** Names of those that are not there any more. */
  readonly gone: readonly string[];
  readonly items: readonly BlastItem[];
  /** The phrase must be typed. */
  readonly typed: boolean;
  /** False where a list was too long, or this person may not read it. */
  readonly complete: boolean;
  /** Of drains: all nodes taken together. */
  readonly drain: DrainPreview | null;
  /** Of cordons: nodes that still take pods afterwards. */
  readonly nodesLeft: number | null;
}

/** skipped: it was cancelled, or another one failed, before it was this one's turn. */
export type BulkState = "waiting" | "running" | "done" | "failed" | "skipped";

/** How it went with one object. */
export interface BulkItem {
  readonly uid: string;
  readonly namespace: string;
  readonly name: string;
  readonly state: BulkState;
  readonly problem: Problem | null;
}

/** A change of many objects that runs or ended. */
export interface BulkProgress {
  readonly id: string;
  readonly action: BulkAction;
  readonly running: boolean;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly startedBy: string;
  readonly items: readonly BulkItem[];
}

/** Query of GET and DELETE /clusters/:id/bulk. */
export const bulkQuery = z.object({ run: z.uuid() });

/** Body of POST /clusters/:id/selection: objects by their uids, or all that a list's filters let through. */
export const selectionInput = z.object({
  /** The list's name: "pods". */
  kind: z.string().max(160),
  of: z.union([
    z.object({ uids: z.array(z.string().max(64)).max(MAX_BULK) }),
    z.object({ query: kubeQuery.omit({ page: true, pageSize: true }) }),
  ]),
});
export type SelectionInput = z.infer<typeof selectionInput>;

/** A selected object: which it is, and what can be done to it as it is now. */
export interface SelectedRow {
  readonly uid: string;
  readonly namespace: string;
  readonly name: string;
  readonly actions: readonly KubeAction[];
}

/** Answer of POST /clusters/:id/selection. */
export interface SelectionAnswer {
  readonly rows: readonly SelectedRow[];
  /** Objects that match, more of them than `rows` when they are too many for one action. */
  readonly total: number;
  /** Whether the rows are as of now; what is missing from old rows may still be there. */
  readonly fresh: boolean;
}
