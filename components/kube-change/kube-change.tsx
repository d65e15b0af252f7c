"use client";
import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { DialogProps, KubeChangeWish, NodeAction, ObjectAction } from "./wish";

const ScaleDialog = dynamic(() => import("./scale-dialog").then((part) => part.ScaleDialog), {
  ssr: false,
});
const RollbackDialog = dynamic(
  () => import("./rollback-dialog").then((part) => part.RollbackDialog),
  { ssr: false },
);
const DeleteDialog = dynamic(() => import("./delete-dialog").then((part) => part.DeleteDialog), {
  ssr: false,
});
const AskDialog = dynamic(() => import("./ask-dialog").then((part) => part.AskDialog), {
  ssr: false,
});
const DrainDialog = dynamic(() => import("./drain-dialog").then((part) => part.DrainDialog), {
  ssr: false,
});
const OffDialog = dynamic(() => import("./off-dialog").then((part) => part.OffDialog), {
  ssr: false,
});
const NodeTextDialog = dynamic(
  () => import("./node-text-dialog").then((part) => part.NodeTextDialog),
  { ssr: false },
);

/** The dialog of one change: says what happens and what goes with it, sends it, says how it went. */
export function KubeChange(props: DialogProps & { change: KubeChangeWish }) {
  const { change, clusterId, onClose } = props;
  const common = { clusterId, onClose };
  if ("node" in change) {
    const { node, action } = change;
    return OF_NODES[action]({ ...common, node, action });
  }
  const { object, action } = change;
  return OF_OBJECTS[action]({ ...common, object, action });
}

type ObjectPart = (
  props: DialogProps & { readonly object: ObjectRef; readonly action: ObjectAction },
) => ReactNode;
type NodePart = (
  props: DialogProps & { readonly node: string; readonly action: NodeAction },
) => ReactNode;

const askObject: ObjectPart = ({ object, action, ...props }) => (
  <AskDialog {...props} change={{ action, object }} />
);
const askNode: NodePart = ({ node, action, ...props }) => (
  <AskDialog {...props} change={{ action, node }} />
);

const OF_OBJECTS = {
  scale: (props) => <ScaleDialog {...props} />,
  rollback: (props) => <RollbackDialog {...props} />,
  delete: (props) => <DeleteDialog {...props} />,
  restart: askObject,
  pause: askObject,
  resume: askObject,
  suspend: askObject,
  unsuspend: askObject,
  "run-now": askObject,
} satisfies Record<ObjectAction, ObjectPart>;

const OF_NODES = {
  cordon: askNode,
  uncordon: askNode,
  "declare-on": askNode,
  drain: (props) => <DrainDialog {...props} />,
  "declare-off": (props) => <OffDialog {...props} />,
  labels: (props) => <NodeTextDialog {...props} />,
  taints: (props) => <NodeTextDialog {...props} />,
} satisfies Record<NodeAction, NodePart>;
