import { isJsonObject, sameJson, type Json } from "./json";

/** A field that both changed, each in another way. Undefined: the field is not there. */
export interface MergeConflict {
  /** "spec.template.spec.containers[web].image" */
  readonly path: string;
  readonly base: Json | undefined;
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
}

export type Side = "mine" | "theirs";

export interface Merged {
  /** With "mine" where nobody decided. Undefined: the whole is gone. */
  readonly value: Json | undefined;
  readonly conflicts: readonly MergeConflict[];
}

interface Three {
  readonly base: Json | undefined;
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
}

/** What identifies an item of a list. Source: Kubernetes API, `x-kubernetes-list-map-keys`, commonest first. */
const ITEM_KEYS = [
  "name",
  "containerPort",
  "mountPath",
  "port",
  "key",
  "type",
  "ip",
  "uid",
  "devicePath",
];

/**
 * Merges two changes of the same object. Changes of different fields go together; a field that both
 * changed differently is a conflict, unless `decided` names a side for its path.
 */
export function mergeThreeWays(
  three: Three,
  decided: Readonly<Record<string, Side>> = {},
  path = "",
): Merged {
  const { base, mine, theirs } = three;
  if (sameJson(mine, theirs) || sameJson(base, theirs)) return { value: mine, conflicts: [] };
  if (sameJson(base, mine)) return { value: theirs, conflicts: [] };
  const side = decided[path];
  if (side !== undefined) return { value: three[side], conflicts: [] };
  if (isJsonObject(mine) && isJsonObject(theirs)) return mergeObjects(three, decided, path);
  const key = listKey(three);
  if (key !== null) return mergeLists(three, { decided, path, key });
  return { value: mine, conflicts: [{ path, base, mine, theirs }] };
}

const fieldOf = (value: Json | undefined, key: string): Json | undefined =>
  isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

const union = (...lists: readonly (readonly string[])[]) => [...new Set(lists.flat())];

const keysOf = (value: Json | undefined) => (isJsonObject(value) ? Object.keys(value) : []);

function mergeObjects(three: Three, decided: Readonly<Record<string, Side>>, path: string): Merged {
  const conflicts: MergeConflict[] = [];
  const entries: [string, Json][] = [];
  for (const key of union(keysOf(three.theirs), keysOf(three.mine))) {
    const of = {
      base: fieldOf(three.base, key),
      mine: fieldOf(three.mine, key),
      theirs: fieldOf(three.theirs, key),
    };
    const merged = mergeThreeWays(of, decided, path === "" ? key : `${path}.${key}`);
    conflicts.push(...merged.conflicts);
    if (merged.value !== undefined) entries.push([key, merged.value]);
  }
  return { value: Object.fromEntries(entries), conflicts };
}

const itemId = (item: Json, key: string): string => {
  const id = isJsonObject(item) ? item[key] : undefined;
  return typeof id === "string" ? id : JSON.stringify(id ?? null);
};

/** The key that tells the items of all three lists apart, or null when they can only be compared whole. */
function listKey({ base = [], mine, theirs }: Three): string | null {
  if (!Array.isArray(base) || !Array.isArray(mine) || !Array.isArray(theirs)) return null;
  const lists = [base, mine, theirs] as readonly (readonly Json[])[];
  const tells = (key: string) =>
    lists.every(
      (list) =>
        list.every((item) => isJsonObject(item) && Object.hasOwn(item, key)) &&
        new Set(list.map((item) => itemId(item, key))).size === list.length,
    );
  return ITEM_KEYS.find(tells) ?? null;
}

function mergeLists(
  three: Three,
  { decided, path, key }: { decided: Readonly<Record<string, Side>>; path: string; key: string },
): Merged {
  const byId = (list: Json | undefined) =>
    new Map(
      (Array.isArray(list) ? (list as readonly Json[]) : []).map((item) => [
        itemId(item, key),
        item,
      ]),
    );
  const [base, mine, theirs] = [byId(three.base), byId(three.mine), byId(three.theirs)];
  const conflicts: MergeConflict[] = [];
  const items = union([...mine.keys()], [...theirs.keys()]).flatMap((id) => {
    const of = { base: base.get(id), mine: mine.get(id), theirs: theirs.get(id) };
    const merged = mergeThreeWays(of, decided, `${path}[${id}]`);
    conflicts.push(...merged.conflicts);
    return merged.value === undefined ? [] : [merged.value];
  });
  return { value: items, conflicts };
}
