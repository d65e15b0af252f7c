import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { JsonObject } from "./json";

/** An object as somebody wants it: what every document must say, and anything beside it. */
export interface Manifest extends JsonObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ManifestMetadata;
}

export interface ManifestMetadata extends JsonObject {
  readonly name: string;
}

/** Which object a manifest is about. */
export const refOf = ({ apiVersion, kind, metadata }: Manifest): ObjectRef => ({
  apiVersion,
  kind,
  namespace: typeof metadata.namespace === "string" ? metadata.namespace : "",
  name: metadata.name,
});

/** "Deployment club/web", as a person would say it. */
export const sayRef = ({ kind, namespace, name }: Pick<ObjectRef, "kind" | "namespace" | "name">) =>
  `${kind} ${namespace === "" ? "" : `${namespace}/`}${name}`;

/** The same object as a key; two versions of one group name the same object. */
export const refKey = ({ apiVersion, kind, namespace, name }: ObjectRef): string =>
  [groupOf(apiVersion), kind, namespace, name].join("|");

/** "apps" of "apps/v1"; the core group is empty. */
export const groupOf = (apiVersion: string): string =>
  apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "";
