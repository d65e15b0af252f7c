/** What a deletion does to something else. */
export type BlastVerdict =
  /** Ends with it. */
  | "goes"
  /** Is left behind, and may be kept on purpose. */
  | "stays"
  /** Is there still, but no longer works. */
  | "breaks"
  /** Data that nobody can bring back. */
  | "lost";

export type BlastCode =
  | "pods"
  | "owned"
  | "services"
  | "hosts"
  | "claims"
  | "volumes"
  | "users"
  | "autoscalers"
  | "objects"
  | "instances"
  | "comes-back";

/** One group of things that a deletion touches. */
export interface BlastItem {
  readonly code: BlastCode;
  readonly verdict: BlastVerdict;
  /** Of a kind of their own ("Service"), or empty. */
  readonly kind: string;
  readonly count: number;
  /** The first of them. */
  readonly names: readonly string[];
}

/** What goes with an object when it is deleted. */
export interface BlastRadius {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  readonly items: readonly BlastItem[];
  /** The name must be typed: data or a host name is lost. */
  readonly typed: boolean;
  /** Somebody else makes it again: "ReplicaSet/web-7d8f". Empty when nobody does. */
  readonly owner: string;
  /** False where a list was too long, or this person may not read it. */
  readonly complete: boolean;
}
