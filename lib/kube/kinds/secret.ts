import { column } from "../column";
import { secretKeys, totalBytes, type RawData } from "../data-keys";
import { defineKind, rowBase } from "../kind";
import type { DataRow } from "./config-map";

export interface SecretRow extends DataRow {
  /** "kubernetes.io/tls", "Opaque" … */
  readonly type: string;
}

/** Secrets. A row never holds a value. */
export const secretKind = defineKind<SecretRow>({
  resource: { apiVersion: "v1", kind: "Secret", plural: "secrets", namespaced: true },
  label: "Secrets",
  group: "configuration",
  project: (object) => {
    const raw = object as RawData & { readonly type?: string };
    const keys = secretKeys(raw);
    return {
      ...rowBase(object),
      type: raw.type ?? "Opaque",
      keys: keys.map(({ key }) => key),
      bytes: totalBytes(keys),
    };
  },
  columns: [
    column("type", "Type"),
    column("keys", "Keys", "list"),
    column("bytes", "Size", "bytes"),
  ],
  searchText: ({ type, keys }) => [type, ...keys],
  filters: { type: ({ type }) => type },
  actions: ["reveal", "edit", "delete"],
});
