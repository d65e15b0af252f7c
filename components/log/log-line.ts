/** One numbered line. `strong` is the panel's own voice. */
export interface LogLine {
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly text: string;
  readonly tone?: "error" | "warn" | "strong" | "muted";
  /** Where several logs stand in one: whose line it is, in the colour of chart line 1 to 8. */
  readonly tag?: { readonly text: string; readonly hue: number };
}

/** The log as a text file: number, time, line. */
export const logText = (lines: readonly LogLine[]): string =>
  lines.map((line) => `${line.seq}\t${line.at}\t${line.text}\n`).join("");
