import { z } from "zod";
import type { Problem } from "@/lib/core/problem";

/** A name of the API that goes into its addresses. Source: Kubernetes, "path segment names". */
const pathName = z
  .string()
  .max(253)
  .regex(/^[^/%]*$/, "A name holds no / and no %.")
  .refine((name) => name !== "." && name !== "..", "This cannot be a name.");
const someName = pathName.min(1);

/** A kind, as manifests name it. */
export const kindRef = z.object({
  apiVersion: z
    .string()
    .max(200)
    .regex(/^([a-z0-9]([a-z0-9.-]*[a-z0-9])?\/)?v[a-z0-9]+$/),
  kind: z
    .string()
    .max(100)
    .regex(/^[A-Za-z][A-Za-z0-9]*$/),
});

/** Which object, of whatever kind. */
export const objectRef = kindRef.extend({
  namespace: pathName.default(""),
  name: someName,
});

const version = z.string().max(64).optional();
const node = someName;

/** Source: Kubernetes, "Labels and Selectors", syntax. */
const LABEL_VALUE = /^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$/;
const LABEL_KEY =
  /^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;

export const labelKey = z
  .string()
  .regex(LABEL_KEY, "Letters, digits, - _ and . such as disk or example.org/disk.");
export const labelValue = z
  .string()
  .regex(LABEL_VALUE, "At most 63 letters, digits, - _ and . and none of these three at the ends.");

export const taintInput = z.object({
  key: labelKey,
  value: labelValue.default(""),
  effect: z.enum(["NoSchedule", "PreferNoSchedule", "NoExecute"]),
});
export type TaintInput = z.infer<typeof taintInput>;

/** The most copies the panel asks for; above it, it is a typing error more often than a wish. */
export const MAX_REPLICAS = 5000;

/** One change of one object. `resourceVersion`: refused when somebody changed the object since. */
export const changeInput = z.discriminatedUnion("action", [
  z.object({
    action: z.literal("scale"),
    object: objectRef,
    replicas: z
      .number()
      .int("Whole copies only.")
      .min(0, "Not below 0.")
      .max(MAX_REPLICAS, `At most ${MAX_REPLICAS}.`),
    resourceVersion: version,
  }),
  z.object({ action: z.literal("restart"), object: objectRef }),
  z.object({ action: z.literal("pause"), object: objectRef }),
  z.object({ action: z.literal("resume"), object: objectRef }),
  z.object({
    action: z.literal("rollback"),
    object: objectRef,
    revision: z.number().int().min(1),
    resourceVersion: version,
  }),
  z.object({ action: z.literal("suspend"), object: objectRef, suspended: z.boolean() }),
  z.object({ action: z.literal("run-now"), object: objectRef }),
  z.object({
    action: z.literal("delete"),
    object: objectRef,
    /** Orphan leaves what it owns behind. */
    propagation: z.enum(["Background", "Foreground", "Orphan"]).default("Background"),
    /** What was looked at: another object of the same name is not deleted. */
    uid: z.string().max(64).optional(),
    /** The name, typed, where data is lost. */
    confirmName: z.string().max(253).default(""),
  }),
  z.object({ action: z.literal("cordon"), node }),
  z.object({ action: z.literal("uncordon"), node }),
  z.object({
    action: z.literal("label-node"),
    node,
    labels: z.record(labelKey, labelValue.nullable()),
    resourceVersion: version,
  }),
  z.object({
    action: z.literal("taint-node"),
    node,
    taints: z.array(taintInput).max(50),
    resourceVersion: version,
  }),
  /** The node is switched off for good: its pods may start elsewhere although it cannot say that they ended. */
  z.object({ action: z.literal("declare-off"), node, confirmName: z.string().max(253) }),
  z.object({ action: z.literal("declare-on"), node }),
]);
export type ChangeInput = z.infer<typeof changeInput>;
export type ChangeOf<Action extends ChangeInput["action"]> = Extract<
  ChangeInput,
  { action: Action }
>;

/** Body of POST /clusters/:id/apply. */
export const applyInput = z.object({
  text: z.string(),
  /** For objects that name none. */
  namespace: someName.default("default"),
  dryRun: z.boolean(),
  /** "Kind namespace/name" → what to do about fields that others keep. */
  conflicts: z.record(z.string(), z.enum(["take-over", "keep-theirs"])).default({}),
});
export type ApplyInput = z.infer<typeof applyInput>;

/** A field that somebody else keeps, in server-side apply. */
export interface FieldConflict {
  /** As the API writes it: ".spec.replicas". */
  readonly field: string;
  readonly manager: string;
  /** Both as YAML; null where the field is not there. */
  readonly mine: string | null;
  readonly theirs: string | null;
}

export type ApplyOutcome =
  | "create"
  | "change"
  | "same"
  /** Cannot be tried before its namespace or its kind is there; both are in the same text. */
  | "later"
  | "conflict"
  | "failed"
  /** Another object of the text was refused, so this one was left alone. */
  | "not-tried";

/** What happened, or would happen, to one object of the text. */
export interface ApplyResult {
  readonly number: number;
  readonly line: number;
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly outcome: ApplyOutcome;
  readonly problem: Problem | null;
  /** Line of the text → what is wrong there. */
  readonly marks: readonly { readonly line: number; readonly text: string }[];
  readonly conflicts: readonly FieldConflict[];
  /** The object as it is and as it becomes, as YAML; null where there is none. Only of a dry run. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Answer of POST /clusters/:id/apply. */
export interface ApplyReport {
  readonly dryRun: boolean;
  /** Whether every object is as the text says, or would be. */
  readonly clean: boolean;
  /** What keeps the text from being read at all. */
  readonly textProblems: readonly { readonly line: number; readonly detail: string }[];
  readonly results: readonly ApplyResult[];
}

/** Answer of GET /clusters/:id/edit. */
export interface EditableObject {
  readonly text: string;
  readonly resourceVersion: string;
  /** Who changed it, last first. */
  readonly managers: readonly string[];
}

/** Body of POST /clusters/:id/edit. */
export const editInput = z.object({
  object: objectRef,
  /** The text as it was opened. */
  base: z.string(),
  text: z.string(),
  dryRun: z.boolean(),
  /** Path of a field that both changed → whose value stays. */
  decided: z.record(z.string(), z.enum(["mine", "theirs"])).default({}),
});
export type EditInput = z.infer<typeof editInput>;

/** A field that the editor and somebody else changed, each in another way. As YAML; null: not there. */
export interface EditConflict {
  readonly path: string;
  readonly base: string | null;
  readonly mine: string | null;
  readonly theirs: string | null;
}

/** Answer of POST /clusters/:id/edit. */
export interface EditReport {
  readonly outcome: "same" | "would-change" | "changed" | "conflict" | "refused";
  readonly problem: Problem | null;
  readonly marks: readonly { readonly line: number; readonly text: string }[];
  readonly conflicts: readonly EditConflict[];
  /** The object as it is in the cluster now, and as it becomes. */
  readonly before: string | null;
  readonly after: string | null;
  /** Changed fields that another manager set, and who: it may set them back. */
  readonly owned: readonly { readonly path: string; readonly managers: readonly string[] }[];
}
