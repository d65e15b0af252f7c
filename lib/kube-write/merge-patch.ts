import { isJsonObject, sameJson, type Json, type JsonObject } from "./json";

/**
 * What turns one object into the other. Lists are replaced whole, so it must travel with the version it
 * was made from. Source: RFC 7386 (JSON merge patch).
 */
export function mergePatch(from: JsonObject, to: JsonObject): JsonObject {
  const gone = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
  const entries: [string, Json][] = gone.map((key) => [key, null]);
  for (const [key, value] of Object.entries(to)) {
    const before = Object.hasOwn(from, key) ? from[key] : undefined;
    if (sameJson(before, value)) continue;
    entries.push([
      key,
      isJsonObject(before) && isJsonObject(value) ? mergePatch(before, value) : value,
    ]);
  }
  return Object.fromEntries(entries);
}

export const isEmptyPatch = (patch: JsonObject): boolean => Object.keys(patch).length === 0;
