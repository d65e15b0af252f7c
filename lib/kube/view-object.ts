import type { CutValue } from "@/lib/schemas/kube-object";
import { textBytes } from "./data-keys";
import type { KubeObject } from "./kube-object";

/** An object as the API sent it, with the two fields that name its kind. */
export type WholeObject = KubeObject & { readonly apiVersion?: string; readonly kind?: string };

/** Stands for a value of a secret. It is no base64, so an editor that saves it by mistake is refused. */
export const HIDDEN = "•••";

/** kubectl keeps the whole object here, values of secrets too. Source: kubectl apply, "LastAppliedConfigAnnotation". */
const LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

/** Longer values make an editor slow; a page says how long they are and lets them be downloaded. */
const MAX_VALUE_LENGTH = 32 * 1024;
const SHOWN_LENGTH = 2 * 1024;

type Managed = KubeObject["metadata"] & { managedFields?: unknown };

/** The object without who changed which field, and without the values of a secret. */
export function cleanObject(object: WholeObject): WholeObject {
  const metadata: Managed = { ...object.metadata };
  delete metadata.managedFields;
  return object.kind === "Secret" ? hideValues({ ...object, metadata }) : { ...object, metadata };
}

type SecretValues = Readonly<Record<"data" | "stringData", Record<string, unknown> | null>>;

function hideValues(object: WholeObject & Partial<SecretValues>): WholeObject {
  const { annotations } = object.metadata;
  const hidden = (values: Record<string, unknown>) =>
    Object.fromEntries(Object.keys(values).map((key) => [key, HIDDEN]));
  const applied = annotations !== undefined && Object.hasOwn(annotations, LAST_APPLIED);
  return {
    ...object,
    metadata: applied
      ? { ...object.metadata, annotations: { ...annotations, [LAST_APPLIED]: HIDDEN } }
      : object.metadata,
    ...(object.data ? { data: hidden(object.data) } : {}),
    ...(object.stringData ? { stringData: hidden(object.stringData) } : {}),
  };
}

/** The object with long texts cut, and which ones. */
export function cutObject(object: WholeObject): {
  readonly object: WholeObject;
  readonly cut: readonly CutValue[];
} {
  const cut: CutValue[] = [];
  const walk = (value: unknown, path: readonly string[]): unknown => {
    if (typeof value === "string") return shorten(value, path);
    if (Array.isArray(value)) return value.map((entry, at) => walk(entry, [...path, String(at)]));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, walk(entry, [...path, key])]),
    );
  };
  const shorten = (text: string, path: readonly string[]) => {
    if (text.length <= MAX_VALUE_LENGTH) return text;
    cut.push({ path: path.join("."), bytes: textBytes(text) });
    return `${text.slice(0, SHOWN_LENGTH)}…`;
  };
  return { object: walk(object, []) as WholeObject, cut };
}
