import type { FieldPath, Segment } from "./field-path";
import { isJsonObject, sameJson, type Json } from "./json";

/** The fields that differ, as deep as they can be told apart. Lists without names count as one field. */
export function changedFields(before: Json | undefined, after: Json | undefined): FieldPath[] {
  if (sameJson(before, after)) return [];
  if (isJsonObject(before) && isJsonObject(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      changedFields(before[key], after[key]).map((path) => [{ at: "key", key } as const, ...path]),
    );
  return namedItems(before, after) ?? [[]];
}

function namedItems(before: Json | undefined, after: Json | undefined): FieldPath[] | null {
  if (!Array.isArray(before) || !Array.isArray(after)) return null;
  const [old, now] = [byName(before), byName(after)];
  if (old === null || now === null) return null;
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const item: Segment = { at: "item", match: { name } };
    return changedFields(old.get(name), now.get(name)).map((path) => [item, ...path]);
  });
}

function byName(list: readonly Json[]): ReadonlyMap<string, Json> | null {
  const names = list.map((item) => (isJsonObject(item) ? item.name : undefined));
  if (!names.every((name) => typeof name === "string")) return null;
  return new Map(list.map((item, index) => [names[index] as string, item]));
}

/** "spec.template.spec.containers[web].image" */
export const sayPath = (path: FieldPath): string =>
  path.reduce((said, segment) => {
    if (segment.at === "key") return said === "" ? segment.key : `${said}.${segment.key}`;
    if (segment.at === "index") return `${said}[${segment.index}]`;
    if (segment.at === "value") return `${said}[${JSON.stringify(segment.value)}]`;
    return `${said}[${Object.values(segment.match).map(String).join(", ")}]`;
  }, "");
