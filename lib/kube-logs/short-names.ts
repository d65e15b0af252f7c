/**
 * What tells these names apart: "shop-7d8f9c6b5-abcde" and "shop-7d8f9c6b5-fghij" are "abcde" and "fghij". Only whole
 * parts between dashes are left out, and never all of a name.
 */
export function shortNames(names: readonly string[]): ReadonlyMap<string, string> {
  const all = [...new Set(names)].map((name) => ({ name, parts: name.split("-") }));
  const [first] = all;
  if (first === undefined || all.length === 1) return new Map(names.map((name) => [name, name]));
  const most = Math.min(...all.map(({ parts }) => parts.length)) - 1;
  let common = 0;
  while (common < most && all.every(({ parts }) => parts[common] === first.parts[common]))
    common += 1;
  return new Map(all.map(({ name, parts }) => [name, parts.slice(common).join("-")]));
}
