import type { FieldPath, Segment } from "./field-path";
import { isJsonObject, sameJson, type Json } from "./json";

/** Source: Kubernetes API reference, meta/v1 ManagedFieldsEntry. Only what is read here. */
export interface ManagedFieldsEntry {
  readonly manager?: string;
  readonly operation?: string;
  readonly subresource?: string;
  readonly fieldsV1?: Json;
}

/** Names of those who set a field, or part of it, last; none when nobody did. */
export function ownersOf(
  managed: readonly ManagedFieldsEntry[],
  path: FieldPath,
): readonly string[] {
  const owners = managed.filter(({ fieldsV1 }) => owns(fieldsV1, path));
  return [...new Set(owners.map(({ manager = "" }) => manager))].filter((name) => name !== "");
}

function owns(fields: Json | undefined, path: FieldPath): boolean {
  const [first, ...rest] = path;
  if (!isJsonObject(fields)) return false;
  if (first === undefined) return true;
  const next = Object.entries(fields).find(([key]) => isKeyOf(key, first));
  return next !== undefined && owns(next[1], rest);
}

/** Source: structured-merge-diff, "FieldsV1": f:<name>, k:<keys as JSON>, v:<value>, i:<index>. */
function isKeyOf(key: string, segment: Segment): boolean {
  switch (segment.at) {
    case "key":
      return key === `f:${segment.key}`;
    case "index":
      return key === `i:${segment.index}`;
    case "value":
      return key.startsWith("v:") && sameJson(readJson(key.slice(2)), segment.value);
    case "item":
      return key.startsWith("k:") && sameJson(readJson(key.slice(2)), segment.match);
  }
}

function readJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
