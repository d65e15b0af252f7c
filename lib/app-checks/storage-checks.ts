import type { AppCheck } from "@/lib/schemas/app-check";
import { type Counted, podsOf } from "./asked";
import type { AppWorld } from "./world";

/** Source: Kubernetes, "Default StorageClass". */
const DEFAULT_CLASS = "storageclass.kubernetes.io/is-default-class";
/** Volumes of these lie on the disk of one node. Source: local-path-provisioner; Kubernetes "local" volumes. */
const PINNED: readonly string[] = ["rancher.io/local-path", "kubernetes.io/no-provisioner"];

/** Where the volume would lie, and who would share it. */
export function storageChecks(
  objects: readonly Counted[],
  { classes }: AppWorld,
): readonly AppCheck[] {
  if (!objects.some(({ kind }) => kind === "PersistentVolumeClaim")) return [];
  const copies = Math.max(...podsOf(objects).map(({ replicas }) => replicas));
  const chosen = classes.find(({ metadata }) => metadata.annotations?.[DEFAULT_CLASS] === "true");
  const isPinned = PINNED.includes(chosen?.provisioner ?? "");
  const shared = { code: "shared-volume", field: "replicas", copies, pinned: isPinned } as const;
  if (chosen === undefined) return [{ code: "no-storage", field: "volume" }];
  const storageClass = chosen.metadata.name;
  return [
    ...(isPinned ? [{ code: "pinned-volume", field: "volume", storageClass } as const] : []),
    ...(copies > 1 ? [shared] : []),
  ];
}
