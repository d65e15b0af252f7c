/** An error whose cause is known. */
export interface KnownError {
  readonly id: string;
  readonly match: RegExp;
  readonly cause: string;
  readonly remedies: readonly string[];
}
export function matchKnownErrors(_lines: readonly string[]): readonly { id: string; cause: string; remedies: readonly string[] }[] {
  return [];
}
