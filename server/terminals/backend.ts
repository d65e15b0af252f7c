import type { Problem } from "@/lib/core/problem";

/** How a program in a terminal ended. */
export interface BackendEnd {
  readonly exitCode: number | null;
  readonly problem: Problem | null;
}

/** What the program tells. */
export interface BackendEvents {
  data(chunk: Buffer): void;
  /** Called once. */
  end(end: BackendEnd): void;
}

/** A program with a terminal, somewhere else. */
export interface Backend {
  write(text: string): void;
  resize(cols: number, rows: number): void;
  /** Its output is read no further until `resume`. */
  pause(): void;
  resume(): void;
  close(): void;
  /** Worth writing down besides what was asked for. */
  readonly detail?: Readonly<Record<string, string>>;
}
