import type { KubeRow } from "@/lib/kube/kind";

/** More different texts than this are not worth keeping: rows are then as if nothing was shared. */
const MAX_TEXTS = 10_000;
/** Longer ones rarely occur twice. */
const MAX_LENGTH = 200;
/** Of each object its own. */
const UNSHARED = ["uid", "name"];

/**
 * Makes rows of one kind share what they have in common: names of namespaces, nodes and images, whole sets of labels.
 * JSON gives every object copies of its own; that is most of a row's memory.
 */
export function createSharer(): <Row extends KubeRow>(row: Row) => Row {
  const texts = new Map<string, unknown>();
  const shared = <T>(key: string, value: T): T => {
    const known = texts.get(key);
    if (known !== undefined) return known as T;
    if (texts.size < MAX_TEXTS) texts.set(key, value);
    return value;
  };
  const share = (value: unknown): unknown => {
    if (typeof value === "string") return value.length > MAX_LENGTH ? value : shared(value, value);
    if (typeof value !== "object" || value === null) return value;
    const text = JSON.stringify(value);
    return text.length > MAX_LENGTH ? value : shared(` ${text}`, value);
  };
  return (row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        UNSHARED.includes(key) ? value : share(value),
      ]),
    ) as typeof row;
}
