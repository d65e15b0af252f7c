import type { Facet } from "@/lib/schemas/kube";
import type { FilterValues, Kind, KubeRow } from "./kind";
import type { RowDifference } from "./row-difference";

/** One filter's values: how often each occurs, and those a menu shows. */
interface Counted {
  readonly counts: ReadonlyMap<string, number>;
  readonly shown: readonly Facet[];
}

/** Filter name → its values. */
export type CountedFacets = Readonly<Record<string, Counted>>;

/** More values than a menu can show; search finds the others. */
const MAX_FACET_VALUES = 200;

/** One filter's value or values as a list. */
const valuesOf = (values: FilterValues): readonly string[] =>
  typeof values === "string" ? [values] : values;

/** Counts what every filter of the kind offers. */
export const countFacets = <Row extends KubeRow>(
  kind: Kind<Row>,
  rows: readonly Row[],
): CountedFacets =>
  changed(kind, (name) => withDelta(new Map(), deltaOf(kind, name, { added: rows, removed: [] })));

/** The same after a few rows changed. What did not change keeps its identity. */
export const mendFacets = <Row extends KubeRow>(
  kind: Kind<Row>,
  before: CountedFacets,
  difference: RowDifference<Row>,
): CountedFacets =>
  changed(kind, (name) => {
    const known = before[name];
    const delta = deltaOf(kind, name, difference);
    return known !== undefined && delta.size === 0
      ? known
      : withDelta(known?.counts ?? new Map(), delta);
  });

const changed = (kind: Pick<Kind, "facetNames">, counted: (name: string) => Counted) =>
  Object.fromEntries(kind.facetNames.map((name) => [name, counted(name)]));

type Counts = ReadonlyMap<string, number>;

/** By how much each value's count differs; without those that do not. */
function deltaOf<Row extends KubeRow>(
  kind: Kind<Row>,
  name: string,
  { added, removed }: { readonly added: Iterable<Row>; readonly removed: Iterable<Row> },
): Counts {
  const delta = new Map<string, number>();
  const add = (rows: Iterable<Row>, by: number) => {
    for (const row of rows)
      for (const value of valuesOf(kind.filterValues(row, name)))
        delta.set(value, (delta.get(value) ?? 0) + by);
  };
  add(removed, -1);
  add(added, 1);
  for (const [value, count] of delta) if (count === 0) delta.delete(value);
  return delta;
}

function withDelta(before: Counts, delta: Counts): Counted {
  const counts = new Map(before);
  for (const [value, by] of delta) {
    const count = (counts.get(value) ?? 0) + by;
    if (count === 0) counts.delete(value);
    else counts.set(value, count);
  }
  return { counts, shown: commonest(counts) };
}

const commonest = (counts: Counts): readonly Facet[] =>
  [...counts]
    .filter(([value]) => value !== "")
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || Number(a.value > b.value) - Number(a.value < b.value))
    .slice(0, MAX_FACET_VALUES);
