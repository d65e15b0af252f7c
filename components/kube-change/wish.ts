import type { ObjectRef } from "@/lib/schemas/kube-object";

/** What somebody wants done to an object. */
export type ObjectAction =
  | "scale"
  | "restart"
  | "rollback"
  | "pause"
  | "resume"
  | "suspend"
  | "unsuspend"
  | "run-now"
  | "delete";

/** What somebody wants done to a node. */
export type NodeAction =
  "cordon" | "uncordon" | "drain" | "labels" | "taints" | "declare-off" | "declare-on";

/** A wish that opens its dialog. */
export type KubeChangeWish =
  | { readonly action: ObjectAction; readonly object: ObjectRef }
  | { readonly action: NodeAction; readonly node: string };

/** What every dialog is given. */
export interface DialogProps {
  readonly clusterId: string;
  readonly onClose: () => void;
}
