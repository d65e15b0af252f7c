const BEGIN = "# BEGIN gandalf: written by the panel, changes inside are lost";
const END = "# END gandalf";

const isBegin = (line: string) => line.startsWith("# BEGIN gandalf");
const isEnd = (line: string) => line.startsWith("# END gandalf");

/** The text with the panel's block holding exactly `lines`; every other line stays as it is. */
export function withManagedBlock(text: string, lines: readonly string[]): string {
  const rest = withoutManagedBlock(text);
  const lead = rest === "" || rest.endsWith("\n") ? rest : `${rest}\n`;
  return `${lead}${[BEGIN, ...lines, END].join("\n")}\n`;
}

/**
 * The text without the panel's block. A begin without its end (somebody deleted it) loses only its
 * marker: what follows may be somebody's own.
 */
export function withoutManagedBlock(text: string): string {
  const lines = text.split("\n");
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (isEnd(line)) continue;
    if (!isBegin(line)) {
      kept.push(line);
      continue;
    }
    const end = lines.findIndex((other, i) => i > at && (isEnd(other) || isBegin(other)));
    if (end > 0 && isEnd(lines[end] ?? "")) at = end;
  }
  return kept.join("\n");
}
