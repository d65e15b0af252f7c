import type { Cell, Exception, Forward } from "./site";

/** What in the stored policy a rule or a verdict comes from: every rule has one. */
export type Origin =
  /** The panel's own SSH: cannot be taken away. */
  | { readonly kind: "panel" }
  /** What no network works without: answers, errors, neighbours, the cluster's own networks. */
  | { readonly kind: "always" }
  | { readonly kind: "exception"; readonly exception: Exception }
  | { readonly kind: "forward"; readonly forward: Forward }
  | { readonly kind: "masquerade"; readonly zone: string }
  /** The cell that decides for this pair, which may be one of "any". `service`: of an allowance of some. */
  | { readonly kind: "cell"; readonly cell: Cell; readonly service: string | null }
  /** No cell says anything about this pair: refused. */
  | { readonly kind: "no-cell"; readonly from: string; readonly to: string };
