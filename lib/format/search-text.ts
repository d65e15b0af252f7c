/** A run of a line; `hit` ones match what was searched. */
export interface SearchPart {
  readonly text: string;
  readonly hit: boolean;
}

/** Splits a line at every occurrence of `needle`, ignoring case. Joined, the parts are the line. */
export function splitMatches(text: string, needle: string): SearchPart[] {
  if (needle === "") return [{ text, hit: false }];
  const parts: SearchPart[] = [];
  const low = text.toLowerCase();
  const wanted = needle.toLowerCase();
  let from = 0;
  for (let at = low.indexOf(wanted); at >= 0; at = low.indexOf(wanted, from)) {
    if (at > from) parts.push({ text: text.slice(from, at), hit: false });
    parts.push({ text: text.slice(at, at + wanted.length), hit: true });
    from = at + wanted.length;
  }
  if (from < text.length || parts.length === 0) parts.push({ text: text.slice(from), hit: false });
  return parts;
}
