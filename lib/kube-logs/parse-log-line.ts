/** A line as the API sends it, taken apart. */
export interface ParsedLine {
  /** RFC 3339, as the node wrote it; empty when the line has no time. */
  readonly at: string;
  readonly text: string;
}

/** Source: kubelet, "timestamps=true": RFC 3339 with nanoseconds, a space, the line. */
const STAMPED = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)) ?/;

// Colours and cursor moves; a log is not a terminal. Source: ECMA-48, CSI and OSC sequences.
const ESCAPES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?)/g;

/** Splits off the time and drops what only a terminal understands. */
export function parseLogLine(line: string): ParsedLine {
  const match = STAMPED.exec(line);
  const text = match === null ? line : line.slice(match[0].length);
  const plain = text.includes("\u001b") ? text.replace(ESCAPES, "") : text;
  return { at: match?.[1] ?? "", text: plain.replace(/\r$/, "") };
}
