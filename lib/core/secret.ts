const REVEAL = Symbol.for("gandalf.secret");

/** What stands in for a secret wherever it would be printed. */
export const REDACTED = "[redacted]";

/** Prints, logs and serialises as "[redacted]". Reading it is explicit: `reveal(s)`. */
export interface Secret {
  readonly [REVEAL]: () => string;
  toString(): string;
  toJSON(): string;
}

/** Wraps a value so that it can travel through plans, logs and events without being shown. */
export const secret = (value: string): Secret => ({
  [REVEAL]: () => value,
  toString: () => REDACTED,
  toJSON: () => REDACTED,
});

/** A tag check, not `instanceof`: two copies of this module may meet in one process. */
export const isSecret = (x: unknown): x is Secret =>
  typeof x === "object" && x !== null && REVEAL in x;

/** The secret's text. Call it only where it leaves for its destination. */
export const reveal = (s: Secret): string => s[REVEAL]();
