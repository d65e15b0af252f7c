import type { Problem } from "@/lib/core/problem";

/** An answer of the API that is not a success, with the problem it carried. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly problem: Problem;
  readonly status: number;
  /** Seconds to wait before asking again, when the panel said so. */
  readonly retryAfterS: number | undefined;

  constructor(answer: { problem: Problem; status: number; retryAfterS?: number | undefined }) {
    super(answer.problem.detail);
    this.problem = answer.problem;
    this.status = answer.status;
    this.retryAfterS = answer.retryAfterS;
  }
}

/** Whether a failed call carries a problem to show. */
export const isApiProblem = (error: unknown): error is ApiProblem =>
  error instanceof Error && error.name === "ApiProblem";

/** The problem behind any failure of a call; a lost connection becomes one too. */
export function problemOf(error: unknown): Problem {
  if (isApiProblem(error)) return error.problem;
  return {
    code: "panel.unexpected",
    detail: error instanceof Error ? error.message : String(error),
    remedies: [],
  };
}
