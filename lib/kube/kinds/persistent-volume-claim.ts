import type { RowStatus } from "@/lib/schemas/kube-kind";
import { column, hidden } from "../column";
import { defineKind, rowBase, type StatusRow } from "../kind";
import { conditionOf, type KubeCondition, type KubeObject } from "../kube-object";
import { parseMemoryBytes } from "../quantity";
import { bad, doubtful, underWay, well } from "../row-status";

/** Source: Kubernetes API reference, core/v1 PersistentVolumeClaim. Only what is read here. */
interface RawClaim {
  readonly spec?: {
    readonly accessModes?: readonly string[];
    readonly storageClassName?: string;
    readonly volumeName?: string;
    readonly resources?: { readonly requests?: { readonly storage?: string } };
  };
  readonly status?: {
    readonly phase?: string;
    readonly capacity?: { readonly storage?: string };
    readonly conditions?: readonly KubeCondition[];
  };
}

export interface ClaimRow extends StatusRow {
  /** Bytes; null until it is bound. */
  readonly capacityBytes: number | null;
  readonly requestedBytes: number | null;
  readonly storageClass: string;
  readonly volume: string;
  /** "RWO" */
  readonly accessModes: readonly string[];
}

function toRow(object: KubeObject): ClaimRow {
  const raw = object as RawClaim & KubeObject;
  const { spec = {}, status = {} } = raw as RawClaim;
  return {
    ...rowBase(object),
    status: object.metadata.deletionTimestamp === undefined ? statusOf(raw) : LEAVING,
    capacityBytes: parseMemoryBytes(status.capacity?.storage),
    requestedBytes: parseMemoryBytes(spec.resources?.requests?.storage),
    storageClass: spec.storageClassName ?? "",
    volume: spec.volumeName ?? "",
    accessModes: (spec.accessModes ?? []).map(shortMode),
  };
}

const LEAVING = underWay("Terminating", "It goes when no pod uses it any more.");

function statusOf({ spec = {}, status = {} }: RawClaim): RowStatus {
  if (status.phase === "Lost")
    return bad(
      "Lost",
      `Its volume ${spec.volumeName ?? ""} does not exist any more.`,
      "Restore it from a backup.",
    );
  if (status.phase !== "Bound") return pending(spec);
  const resize = conditionOf(status.conditions, "FileSystemResizePending");
  return resize === undefined
    ? well("Bound")
    : underWay("Resizing", "The file system grows when a pod mounts it again.");
}

/** What its own fields tell; the events of the claim say more. */
const pending = ({ storageClassName, volumeName }: NonNullable<RawClaim["spec"]>) => {
  if (storageClassName === undefined || storageClassName === "")
    return doubtful(
      "Pending",
      "It names no storage class, and the cluster has no default one.",
      "Mark a storage class as default, or name one.",
    );
  if (volumeName) return doubtful("Pending", `It waits for the volume ${volumeName}.`);
  return doubtful("Pending", `It waits for a volume of class ${storageClassName}.`);
};

const SHORT: Readonly<Record<string, string>> = {
  ReadWriteOnce: "RWO",
  ReadOnlyMany: "ROX",
  ReadWriteMany: "RWX",
  ReadWriteOncePod: "RWOP",
};

/** As kubectl writes it. Source: kubectl, "Access Modes". */
export const shortMode = (mode: string): string => SHORT[mode] ?? mode;

/** Persistent volume claims. */
export const claimKind = defineKind<ClaimRow>({
  resource: {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    plural: "persistentvolumeclaims",
    namespaced: true,
  },
  label: "Volume claims",
  group: "storage",
  project: toRow,
  status: ({ status }) => status,
  joins: ["events"],
  columns: [
    column("capacityBytes", "Capacity", "bytes"),
    hidden(column("requestedBytes", "Requested", "bytes")),
    column("storageClass", "Class"),
    column("volume", "Volume"),
    column("accessModes", "Access", "list"),
  ],
  searchText: ({ storageClass, volume }) => [storageClass, volume],
  actions: ["edit", "delete"],
});
