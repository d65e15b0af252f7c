import type { Problem } from "@/lib/core/problem";

/** How a column's value is shown. The value is the row's field named by the column's id. */
export type ColumnType =
  | "text"
  | "number"
  /** Bytes; shown with a binary unit. */
  | "bytes"
  /** ISO 8601, UTC; shown as an age, or as a time. Empty: never. */
  | "time"
  /** readonly string[] */
  | "list"
  /** Record of labels. */
  | "labels"
  /** RowStatus, or null when the kind has none. */
  | "status"
  /** boolean */
  | "flag"
  /** "Kind/name" of an object in the row's namespace (or of no namespace). Empty: none. */
  | "reference";

/** One column that a list can show. */
export interface KubeColumn {
  /** Name of the row's field, and of the sort. */
  readonly id: string;
  readonly label: string;
  readonly type: ColumnType;
  readonly sortable: boolean;
  /** Whether the list shows it before anybody chose columns. */
  readonly shown: boolean;
}

/** What a state's colour means; the same words as the interface's tones. */
export type StatusTone = "ok" | "warn" | "danger" | "info" | "unknown" | "live";

/** A row's state in words. */
export interface RowStatus {
  /** "Running", "ImagePullBackOff", "Bound", "3 of 5 ready". */
  readonly word: string;
  readonly tone: StatusTone;
  /** One sentence: the reason. Empty when the word says everything. */
  readonly why: string;
  /** One sentence: what to do. Empty when nothing is wrong, or nothing general can be said. */
  readonly remedy: string;
}

/** What can be done to an object. Whether this person may is decided when it is asked for. */
export const KUBE_ACTIONS = [
  "scale",
  "restart",
  "rollback",
  "pause",
  "resume",
  "suspend",
  "run-now",
  "cordon",
  "uncordon",
  "drain",
  "labels",
  "taints",
  "declare-off",
  "declare-on",
  "open",
  "logs",
  "shell",
  "reveal",
  "edit",
  "delete",
] as const;
export type KubeAction = (typeof KUBE_ACTIONS)[number];

/** Where a kind stands in menus. */
export type KindGroup =
  "cluster" | "workloads" | "network" | "configuration" | "storage" | "access" | "custom";

/** A kind that can be listed under `GET /clusters/:id/<name>`. */
export interface KindInfo {
  /** "pods", "jobs.batch", "certificates.cert-manager.io": its name in addresses, topics and the API. */
  readonly name: string;
  readonly group: KindGroup;
  /** "v1", "apps/v1" */
  readonly apiVersion: string;
  /** "Pod", as manifests say. */
  readonly kind: string;
  /** "Pods", for headings and menus. */
  readonly label: string;
  readonly namespaced: boolean;
  readonly actions: readonly KubeAction[];
  /** Query parameters that filter this kind: namespace, status, node … */
  readonly filters: readonly string[];
  /** Of built-in kinds. Those of other kinds come with their list. */
  readonly columns: readonly KubeColumn[];
}

/** Answer of `GET /clusters/:id/kinds`: the built-in ones, then whatever else this cluster serves. */
export interface KindsAnswer {
  readonly kinds: readonly KindInfo[];
  /** Why only the built-in ones are named. */
  readonly problem: Problem | null;
}
