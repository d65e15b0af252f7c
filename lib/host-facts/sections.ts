import { SECTION } from "./script";

/** Lines of every section by its name; empty lines at the end are dropped. */
export type Sections = ReadonlyMap<string, readonly string[]>;

/** Splits the script's answer. */
export function splitSections(text: string): Sections {
  const sections = new Map<string, readonly string[]>();
  for (const part of `\n${text}`.split(`\n${SECTION}`).slice(1)) {
    const [head = "", ...lines] = part.split("\n");
    while (lines.length > 0 && lines.at(-1)?.trim() === "") lines.pop();
    sections.set(head.replace(/==$/, ""), lines);
  }
  return sections;
}

/** A section's lines; none if the host did not get there. */
export const linesOf = (sections: Sections, name: string): readonly string[] =>
  sections.get(name) ?? [];

/** A line without its spaces; null if there is none or it is empty. */
export const lineAt = (lines: readonly string[], index: number): string | null =>
  lines[index]?.trim() || null;
