import type { RowStatus } from "@/lib/schemas/kube-kind";
import { column, hidden } from "../column";
import { defineKind, rowBase, type StatusRow } from "../kind";
import type { KubeObject } from "../kube-object";
import { parseMemoryBytes } from "../quantity";
import { bad, doubtful, underWay, well } from "../row-status";
import { shortMode } from "./persistent-volume-claim";

/** Source: Kubernetes API reference, core/v1 PersistentVolume. Only what is read here. */
interface RawVolume {
  readonly spec?: {
    readonly accessModes?: readonly string[];
    readonly capacity?: { readonly storage?: string };
    readonly storageClassName?: string;
    readonly persistentVolumeReclaimPolicy?: string;
    readonly claimRef?: { readonly namespace?: string; readonly name?: string };
  };
  readonly status?: { readonly phase?: string; readonly message?: string };
}

export interface VolumeRow extends StatusRow {
  readonly capacityBytes: number | null;
  /** "web/data-0"; empty: nobody's. */
  readonly claim: string;
  readonly storageClass: string;
  /** Retain or Delete: what happens to the data when the claim goes. */
  readonly reclaimPolicy: string;
  readonly accessModes: readonly string[];
}

function toRow(object: KubeObject): VolumeRow {
  const { spec = {}, status = {} } = object as RawVolume;
  const { namespace, name } = spec.claimRef ?? {};
  return {
    ...rowBase(object),
    status: statusOf(status, `${namespace}/${name}`),
    capacityBytes: parseMemoryBytes(spec.capacity?.storage),
    claim: name === undefined ? "" : `${namespace}/${name}`,
    storageClass: spec.storageClassName ?? "",
    reclaimPolicy: spec.persistentVolumeReclaimPolicy ?? "",
    accessModes: (spec.accessModes ?? []).map(shortMode),
  };
}

function statusOf(
  { phase = "Pending", message = "" }: NonNullable<RawVolume["status"]>,
  claim: string,
): RowStatus {
  if (phase === "Bound" || phase === "Available") return well(phase, message);
  if (phase === "Failed")
    return bad(
      "Failed",
      message || "It could not be given back.",
      "Remove the data by hand, then delete the volume.",
    );
  if (phase === "Released")
    return doubtful(
      "Released",
      `The claim ${claim} is gone; the volume and its data are kept.`,
      "Delete it, or remove its claimRef so that another claim can take it.",
    );
  return underWay(phase, message);
}

/** Persistent volumes. */
export const volumeKind = defineKind<VolumeRow>({
  resource: {
    apiVersion: "v1",
    kind: "PersistentVolume",
    plural: "persistentvolumes",
    namespaced: false,
  },
  label: "Volumes",
  group: "storage",
  project: toRow,
  status: ({ status }) => status,
  columns: [
    column("capacityBytes", "Capacity", "bytes"),
    column("claim", "Claim"),
    column("storageClass", "Class"),
    column("reclaimPolicy", "When released"),
    hidden(column("accessModes", "Access", "list")),
  ],
  searchText: ({ claim, storageClass }) => [claim, storageClass],
  actions: ["edit", "delete"],
});
