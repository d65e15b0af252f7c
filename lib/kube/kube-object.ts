/** What every object of the Kubernetes API has. Source: Kubernetes API conventions, "Metadata". */
export interface KubeMetadata {
  readonly name: string;
  readonly uid: string;
  readonly namespace?: string;
  readonly resourceVersion?: string;
  /** ISO 8601, UTC. */
  readonly creationTimestamp?: string;
  readonly deletionTimestamp?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly finalizers?: readonly string[];
  readonly generation?: number;
  readonly ownerReferences?: readonly OwnerReference[];
}

/** Source: Kubernetes API reference, meta/v1 OwnerReference. Only what is read here. */
export interface OwnerReference {
  readonly kind: string;
  readonly name: string;
  readonly apiVersion?: string;
  readonly uid?: string;
  /** The one that manages it; an object has at most one. */
  readonly controller?: boolean;
}

/** An object as the API sent it. A kind's file says what it reads of `spec` and `status`; all of it may be missing. */
export interface KubeObject {
  readonly metadata: KubeMetadata;
  readonly spec?: object;
  readonly status?: object;
}

/** One page of a list. Source: Kubernetes API concepts, "Retrieving large results sets in chunks". */
export interface KubeListPage {
  readonly metadata?: { readonly resourceVersion?: string; readonly continue?: string };
  readonly items?: readonly KubeObject[] | null;
}

/** What a watch sends besides objects: bookmarks carry only a version, errors carry a status. */
export type WatchEvent =
  | { readonly type: "ADDED" | "MODIFIED" | "DELETED" | "BOOKMARK"; readonly object: KubeObject }
  | { readonly type: "ERROR"; readonly object: KubeStatus };

/** Source: Kubernetes API reference, meta/v1 Status. */
export interface KubeStatus {
  readonly code?: number;
  readonly reason?: string;
  readonly message?: string;
  readonly details?: { readonly retryAfterSeconds?: number };
}

/** Source: Kubernetes API conventions, "Typical status properties". */
export interface KubeCondition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
  readonly lastTransitionTime?: string;
}

/** The condition of that name, if the object has it. */
export const conditionOf = (
  conditions: readonly KubeCondition[] | undefined,
  type: string,
): KubeCondition | undefined => conditions?.find((condition) => condition.type === type);
