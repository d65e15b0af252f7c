import type { KnownError } from "./known-errors/known-error";
import { HOST_ERRORS } from "./known-errors/of-hosts";
import { K3S_ERRORS } from "./known-errors/of-k3s";

/** The catalogue. Adding an error is one entry in a table, and an example of it in the test. */
export const KNOWN_ERRORS: readonly KnownError[] = [...K3S_ERRORS, ...HOST_ERRORS];

/** What was found in a log, in words. */
export type FoundError = Pick<KnownError, "id" | "cause" | "remedies">;

/** The errors that the lines show, each once, most telling first. */
export function matchKnownErrors(lines: readonly string[]): readonly FoundError[] {
  return KNOWN_ERRORS.flatMap(({ id, match, cause, remedies }) => {
    const found = firstMatch(lines, match);
    if (found === null) return [];
    const fill = (text: string) =>
      text.replaceAll(/\{(\w+)\}/g, (_, name: string) => found.groups?.[name] ?? "");
    return [{ id, cause: fill(cause), remedies: remedies.map(fill) }];
  });
}

/** Longest part of a line that is looked at: some programs print whole objects in one. */
const LINE_CHARACTERS = 4_000;

/** The newest line counts: the details of an older attempt may be out of date. */
function firstMatch(lines: readonly string[], match: RegExp): RegExpExecArray | null {
  for (const line of lines.toReversed()) {
    const found = match.exec(line.slice(0, LINE_CHARACTERS));
    if (found !== null) return found;
  }
  return null;
}
