import type { Problem } from "./problem";

/** The outcome of anything that can fail for a reason the operator can act on. */
export type Result<T, E = Problem> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const fail = <E>(problem: E): Result<never, E> => ({ ok: false, problem });

/** For work whose only answer is that it was done. */
export const done: Result<void, never> = { ok: true, value: undefined };
