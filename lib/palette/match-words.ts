/** How well texts fit all words: smaller is better, null when a word is nowhere. The first text counts most. */
export function rankWords(texts: readonly string[], words: readonly string[]): number | null {
  let rank = 0;
  for (const word of words) {
    const best = Math.min(...texts.map((text, index) => rankOf(text.toLowerCase(), word, index)));
    if (best === Infinity) return null;
    rank += best;
  }
  return rank;
}

/** The beginning of a text or of a word in it; in the first text also anywhere. In a later one it counts less. */
function rankOf(text: string, word: string, index: number): number {
  const later = index === 0 ? 0 : 3;
  if (text.startsWith(word)) return later;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (/[\s\-.:/]/.test(text[at - 1] ?? "")) return later + 1;
  return index === 0 && text.includes(word) ? 2 : Infinity;
}

/** A piece of a text that fits a word, or does not. */
interface MarkedPart {
  readonly text: string;
  readonly hit: boolean;
}

/** The text in pieces, those that fit a word marked. Words are plain text, never a pattern. */
export function markWords(text: string, words: readonly string[]): readonly MarkedPart[] {
  const lower = text.toLowerCase();
  // A letter whose small form is longer would shift every place after it.
  if (lower.length !== text.length) return [{ text, hit: false }];
  const hits = Array.from({ length: text.length }, () => false);
  for (const word of words)
    for (let at = lower.indexOf(word); at !== -1; at = lower.indexOf(word, at + 1))
      hits.fill(true, at, at + word.length);
  const parts: { text: string; hit: boolean }[] = [];
  for (const [index, hit] of hits.entries()) {
    const last = parts.at(-1);
    const letter = text[index] ?? "";
    if (last?.hit === hit) last.text += letter;
    else parts.push({ text: letter, hit });
  }
  return parts;
}
