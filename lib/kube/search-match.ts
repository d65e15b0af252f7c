import type { KubeRow } from "./kind";

/** What a search looks at of an object. */
export interface Searched extends Pick<KubeRow, "name" | "namespace" | "labels"> {
  /** What its kind's list looks through besides: an address, an image. */
  readonly texts?: readonly string[];
}

/** How well an object fits; smaller is better. */
export interface Match {
  readonly rank: number;
  /** The label ("app=nginx") or other text that fitted; empty when the name or namespace did. */
  readonly label: string;
}

/** The words of a query in small letters. */
export const searchWords = (query: string): readonly string[] =>
  query.toLowerCase().split(/\s+/).filter(Boolean);

/** Every word must be somewhere: in the name, the namespace or a label. Null when one is not. */
export function matchObject(object: Searched, words: readonly string[]): Match | null {
  const name = object.name.toLowerCase();
  let rank = 0;
  let label = "";
  for (const word of words) {
    const inName = nameRank(name, word);
    if (inName !== null) rank += inName;
    else if (object.namespace.includes(word)) rank += 4;
    else {
      label = labelWith(object.labels, word);
      if (label === "") label = textWith(object.texts, word);
      if (label === "") return null;
      rank += 5;
    }
  }
  return { rank, label };
}

/** The whole name, its beginning, the beginning of a part, or anywhere. */
function nameRank(name: string, word: string): number | null {
  if (name === word) return 0;
  const at = name.indexOf(word);
  if (at === -1) return null;
  if (at === 0) return 1;
  return /[-.:/]/.test(name[at - 1] ?? "") ? 2 : 3;
}

function labelWith(labels: Searched["labels"], word: string): string {
  for (const [key, value] of Object.entries(labels)) {
    const text = `${key}=${value}`;
    if (text.toLowerCase().includes(word)) return text;
  }
  return "";
}

const textWith = (texts: Searched["texts"], word: string): string =>
  texts?.find((text) => text.toLowerCase().includes(word)) ?? "";
