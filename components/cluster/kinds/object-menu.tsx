"use client";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { editHref } from "@/components/kube-change/links";
import { KubeChange } from "@/components/kube-change/kube-change";
import { logsHref } from "@/components/kube-logs/log-links";
import { openTargetOf } from "@/components/open-service/open-target";
import type { KubeChangeWish } from "@/components/kube-change/wish";
import { Menu, type MenuItem } from "@/components/ui/menu";
import type { KindInfo, KubeAction } from "@/lib/schemas/kube-kind";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import { useMayIn } from "../use-may-in";

const OpenDialog = dynamic(
  () => import("@/components/open-service/open-dialog").then((part) => part.OpenDialog),
  { ssr: false },
);

const OF_OBJECTS = [
  ...(["scale", "restart", "rollback", "pause", "resume"] as const),
  ...(["suspend", "run-now", "delete"] as const),
];
const OF_NODES = [
  ...(["cordon", "uncordon", "drain", "labels", "taints"] as const),
  ...(["declare-off", "declare-on"] as const),
];

/** Actions that ask in a dialog; null for those that lead to a page. */
function wishOf(action: KubeAction, object: ObjectRef): KubeChangeWish | null {
  // A rollout and a schedule go on by actions of one name.
  if (action === "resume" && object.kind !== "Deployment") return { action: "unsuspend", object };
  const ofObject = OF_OBJECTS.find((each) => each === action);
  if (ofObject !== undefined) return { action: ofObject, object };
  const ofNode = OF_NODES.find((each) => each === action);
  return ofNode === undefined ? null : { action: ofNode, node: object.name };
}

/** The page that an action leads to. */
function pageOf(action: KubeAction, clusterId: string, object: ObjectRef): string | null {
  const { kind, namespace, name } = object;
  if (action === "edit") return editHref(clusterId, object);
  return action === "logs" && kind === "Pod" ? logsHref({ clusterId, namespace, pod: name }) : null;
}

/** What can be done to an object by who looks at it; nothing for who may only look. */
export function ObjectMenu(props: {
  clusterId: string;
  info: Pick<KindInfo, "actions">;
  target: ObjectRef;
}) {
  const { clusterId, info, target } = props;
  const m = useMessages().cluster;
  const router = useRouter();
  const mayChange = useMayIn(clusterId, "kube:write");
  const mayOpen = useMayIn(clusterId, "service:open");
  const [wish, setWish] = useState<KubeChangeWish | null>(null);
  const [opens, setOpens] = useState(false);
  const app = openTargetOf(target);
  const items: readonly MenuItem[] = info.actions.flatMap((action): readonly MenuItem[] => {
    const label = m.actionWords[action];
    if (action === "open")
      return mayOpen && app !== null ? [{ id: action, label, act: () => setOpens(true) }] : [];
    const asked = wishOf(action, target);
    const href = pageOf(action, clusterId, target);
    if ((asked === null && href === null) || (action !== "logs" && !mayChange)) return [];
    const act = () => (href === null ? setWish(asked) : router.push(href));
    return [{ id: action, label, act, danger: action === "delete" }];
  });
  if (items.length === 0) return null;
  return (
    <span onClick={(event) => event.stopPropagation()}>
      <Menu items={items} label={m.kinds.rowMenu(target.name)} />
      {wish && <KubeChange clusterId={clusterId} change={wish} onClose={() => setWish(null)} />}
      {opens && app && (
        <OpenDialog {...{ clusterId, target: app }} onClose={() => setOpens(false)} />
      )}
    </span>
  );
}
