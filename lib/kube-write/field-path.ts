import { isJsonObject, type Json } from "./json";

/** One step into an object: a key, a place in a list, or the list's item that has these values. */
export type Segment =
  | { readonly at: "key"; readonly key: string }
  | { readonly at: "index"; readonly index: number }
  | { readonly at: "item"; readonly match: Readonly<Record<string, Json>> }
  | { readonly at: "value"; readonly value: Json };

export type FieldPath = readonly Segment[];

const BARE_KEY = /^[^.[\]]+/;
const SELECTOR = /^([A-Za-z0-9_-]+)=("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null)(?:,|$)/;

/**
 * Reads a path as the API writes it: `spec.ports[0].port` in what it refuses,
 * `.spec.containers[name="web"].image` in conflicts, `metadata.annotations[a.b/c]` for keys with dots.
 * Source: apimachinery, field.Path; structured-merge-diff, fieldpath "PathElement.String".
 */
export function parseFieldPath(text: string): FieldPath {
  const path: Segment[] = [];
  let rest = text;
  while (rest !== "") {
    if (rest.startsWith(".")) rest = rest.slice(1);
    else if (rest.startsWith("[")) {
      const inside = bracket(rest);
      path.push(segmentOf(inside));
      rest = rest.slice(inside.length + 2);
    } else {
      const key = BARE_KEY.exec(rest)?.[0] ?? rest;
      path.push({ at: "key", key });
      rest = rest.slice(key.length);
    }
  }
  return path;
}

/** What stands between a bracket and the one that closes it; quotes may hold brackets. */
function bracket(text: string): string {
  let quoted = false;
  for (let at = 1; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "\\" && quoted) at += 1;
    else if (sign === '"') quoted = !quoted;
    else if (sign === "]" && !quoted) return text.slice(1, at);
  }
  return text.slice(1);
}

function segmentOf(inside: string): Segment {
  if (/^\d+$/.test(inside)) return { at: "index", index: Number(inside) };
  if (inside.startsWith("=")) return { at: "value", value: readScalar(inside.slice(1)) };
  const match: [string, Json][] = [];
  let rest = inside;
  for (let found = SELECTOR.exec(rest); found !== null; found = SELECTOR.exec(rest)) {
    match.push([found[1] ?? "", readScalar(found[2] ?? "")]);
    rest = rest.slice(found[0].length);
  }
  return match.length > 0 && rest === ""
    ? { at: "item", match: Object.fromEntries(match) }
    : { at: "key", key: inside };
}

function readScalar(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** Where in a list the segment leads, or -1. */
export function indexIn(list: readonly Json[], segment: Segment): number {
  if (segment.at === "index") return segment.index < list.length ? segment.index : -1;
  if (segment.at === "value") return list.indexOf(segment.value);
  if (segment.at === "key") return -1;
  const wanted = Object.entries(segment.match);
  return list.findIndex(
    (item) => isJsonObject(item) && wanted.every(([key, value]) => item[key] === value),
  );
}

/** The value a path leads to; undefined when there is none. */
export function valueAt(root: Json | undefined, path: FieldPath): Json | undefined {
  let value: Json | undefined = root;
  for (const segment of path) {
    if (Array.isArray(value)) value = (value as readonly Json[])[indexIn(value, segment)];
    else if (isJsonObject(value) && segment.at === "key" && Object.hasOwn(value, segment.key))
      value = value[segment.key];
    else return undefined;
  }
  return value;
}

/** The object without that field; the same object when it has none. Empty parents stay. */
export function withoutField<T extends Json>(root: T, path: FieldPath): T {
  const [first, ...rest] = path;
  if (first === undefined) return root;
  if (Array.isArray(root)) {
    const list = root as readonly Json[];
    const index = indexIn(list, first);
    if (index < 0) return root;
    const kept = rest.length === 0 ? [] : [withoutField(list[index] as Json, rest)];
    return [...list.slice(0, index), ...kept, ...list.slice(index + 1)] as unknown as T;
  }
  if (!isJsonObject(root) || first.at !== "key" || !Object.hasOwn(root, first.key)) return root;
  const entries = Object.entries(root).flatMap(([key, value]) => {
    if (key !== first.key) return [[key, value] as const];
    return rest.length === 0 ? [] : [[key, withoutField(value, rest)] as const];
  });
  return Object.fromEntries(entries) as T;
}
