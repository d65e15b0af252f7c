/** An error whose cause is known: matched line by line in logs and journals. */
export interface KnownError {
  readonly id: string;
  readonly match: RegExp;
  /** One sentence. "{name}" stands for the group of that name in `match`. */
  readonly cause: string;
  /** Most likely first; placeholders as in `cause`. */
  readonly remedies: readonly string[];
}
