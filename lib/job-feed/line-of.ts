import type { JobLogLine } from "./log-line";

/** Where in a log a line of evidence stands: the last line that says the same; undefined when none does. */
export function lineOf(lines: readonly JobLogLine[], text: string): number | undefined {
  const wanted = text.trim();
  if (wanted === "") return undefined;
  return lines.findLast((line) => line.text.trim() === wanted)?.seq;
}
