import { z } from "zod";
import type { RowStatus } from "./kube-kind";
import type { ObjectRef } from "./kube-object";

/** Query of `GET /clusters/:id/search`. */
export const kubeSearchQuery = z.object({
  /** Words; each must be in the name, the namespace, a label or the kind. */
  q: z.string().trim().min(2, "Type at least two characters.").max(100),
  /** Most hits per kind. */
  limit: z.coerce.number().int().min(1).max(50).default(8),
});
export type KubeSearchQuery = z.infer<typeof kubeSearchQuery>;

export interface SearchHit extends ObjectRef {
  /** Of kinds that are watched now; null otherwise. */
  readonly status: RowStatus | null;
  /** The label ("app=nginx") or other text that matched; empty when the name or namespace did. */
  readonly label: string;
}

export interface SearchGroup {
  /** The list's name: "pods". */
  readonly list: string;
  readonly label: string;
  readonly total: number;
  readonly hits: readonly SearchHit[];
}

/** Answer of `GET /clusters/:id/search`: best kinds first. */
export interface KubeSearchAnswer {
  readonly groups: readonly SearchGroup[];
  /** Kinds that did not answer in time or have more objects than were looked at. */
  readonly incomplete: readonly { readonly list: string; readonly why: string }[];
}
