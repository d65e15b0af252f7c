import { isJsonObject, type Json, type JsonObject } from "./json";

/** Stands for a secret's value that is not shown. A value that is still this when it comes back is kept. */
export const HIDDEN = "(hidden)";

/** Filled in by the API; nobody writes them. Source: Kubernetes API conventions, "Metadata". */
const SERVER_FIELDS: readonly string[] = [
  "managedFields",
  "resourceVersion",
  "uid",
  "creationTimestamp",
  "generation",
  "selfLink",
];

/** kubectl keeps the whole object in here, a secret's values included. */
const LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

/** An object as a person edits it: without what the API writes, and without a secret's values. */
export function editable(object: JsonObject): JsonObject {
  const entries = Object.entries(object).filter(([key]) => key !== "status");
  const shown = entries.map(([key, value]) => [
    key,
    key === "metadata" ? ownMetadata(value) : value,
  ]);
  return redactSecret(Object.fromEntries(shown) as JsonObject);
}

const ownMetadata = (metadata: Json): Json =>
  isJsonObject(metadata)
    ? Object.fromEntries(Object.entries(metadata).filter(([key]) => !SERVER_FIELDS.includes(key)))
    : metadata;

/** The same object; of a Secret every value is hidden. */
export function redactSecret(object: JsonObject): JsonObject {
  if (object.kind !== "Secret" || object.apiVersion !== "v1") return object;
  const hide = (values: Json): Json =>
    isJsonObject(values)
      ? Object.fromEntries(Object.keys(values).map((key) => [key, HIDDEN]))
      : values;
  const entries = Object.entries(object).map(([key, value]) => {
    if (key === "data" || key === "stringData") return [key, hide(value)];
    return [key, key === "metadata" ? hideLastApplied(value) : value];
  });
  return Object.fromEntries(entries) as JsonObject;
}

function hideLastApplied(metadata: Json): Json {
  if (!isJsonObject(metadata) || !isJsonObject(metadata.annotations)) return metadata;
  if (!Object.hasOwn(metadata.annotations, LAST_APPLIED)) return metadata;
  return { ...metadata, annotations: { ...metadata.annotations, [LAST_APPLIED]: HIDDEN } };
}

/** Whether a secret would be stored with the words that only hide its values. */
export const holdsHidden = (object: JsonObject): boolean =>
  object.kind === "Secret" &&
  [object.data, object.stringData].some(
    (values) => isJsonObject(values) && Object.values(values).includes(HIDDEN),
  );
