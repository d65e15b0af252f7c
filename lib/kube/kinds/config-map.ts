import { column } from "../column";
import { configMapKeys, totalBytes, type RawData } from "../data-keys";
import { defineKind, rowBase, type KubeRow } from "../kind";

/** Config maps and secrets: what is in them, but not its value. */
export interface DataRow extends KubeRow {
  readonly keys: readonly string[];
  readonly bytes: number;
}

/** Config maps. */
export const configMapKind = defineKind<DataRow>({
  resource: { apiVersion: "v1", kind: "ConfigMap", plural: "configmaps", namespaced: true },
  label: "Config maps",
  group: "configuration",
  project: (object) => {
    const keys = configMapKeys(object as RawData);
    return { ...rowBase(object), keys: keys.map(({ key }) => key), bytes: totalBytes(keys) };
  },
  columns: [column("keys", "Keys", "list"), column("bytes", "Size", "bytes")],
  searchText: ({ keys }) => keys,
  actions: ["edit", "delete"],
});
