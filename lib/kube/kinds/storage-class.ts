import { column, hidden } from "../column";
import { defineKind, rowBase, type KubeRow } from "../kind";
import type { KubeObject } from "../kube-object";

/** Source: Kubernetes API reference, storage.k8s.io/v1 StorageClass. Only what is read here. */
interface RawStorageClass {
  readonly provisioner?: string;
  readonly reclaimPolicy?: string;
  readonly volumeBindingMode?: string;
  readonly allowVolumeExpansion?: boolean;
}

export interface StorageClassRow extends KubeRow {
  readonly provisioner: string;
  readonly isDefault: boolean;
  readonly reclaimPolicy: string;
  /** Immediate, or WaitForFirstConsumer: where the first pod runs decides where the data lies. */
  readonly bindingMode: string;
  readonly expandable: boolean;
}

/** Source: Kubernetes well-known annotations. */
const DEFAULT = "storageclass.kubernetes.io/is-default-class";

function toRow(object: KubeObject): StorageClassRow {
  const raw = object as RawStorageClass;
  return {
    ...rowBase(object),
    provisioner: raw.provisioner ?? "",
    isDefault: object.metadata.annotations?.[DEFAULT] === "true",
    // Source: the fields' own defaults.
    reclaimPolicy: raw.reclaimPolicy ?? "Delete",
    bindingMode: raw.volumeBindingMode ?? "Immediate",
    expandable: raw.allowVolumeExpansion === true,
  };
}

/** Storage classes. */
export const storageClassKind = defineKind<StorageClassRow>({
  resource: {
    apiVersion: "storage.k8s.io/v1",
    kind: "StorageClass",
    plural: "storageclasses",
    namespaced: false,
  },
  label: "Storage classes",
  group: "storage",
  project: toRow,
  columns: [
    column("isDefault", "Default", "flag"),
    column("provisioner", "Provisioner"),
    column("reclaimPolicy", "When released"),
    column("bindingMode", "Binding"),
    hidden(column("expandable", "Can grow", "flag")),
  ],
  searchText: ({ provisioner }) => [provisioner],
  actions: ["edit", "delete"],
});
