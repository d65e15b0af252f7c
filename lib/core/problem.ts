import type { ProblemCode } from "./problems";

/** What a command left behind, as proof of a problem. No secrets. */
export interface Evidence {
  readonly command: string;
  /** null when the command was killed or the link was lost before it ended. */
  readonly exitCode: number | null;
  /** Last lines of its output, oldest first. */
  readonly tail: readonly string[];
}

/**
 * A failure the operator can act on. Plain data: it crosses SQLite, HTTP, sockets and the border
 * between Next's bundle and the server's. Never use `instanceof` on it.
 */
export interface Problem {
  readonly code: ProblemCode;
  /** What went wrong, in one sentence, naming the host or object. No secrets. */
  readonly detail: string;
  /** What the operator can do now, most likely first. */
  readonly remedies: readonly string[];
  readonly hostId?: string;
  readonly evidence?: Evidence;
  /** Input problems: field path (as in the form's schema) → what is wrong with it and what to do. */
  readonly fields?: Readonly<Record<string, string>>;
}
