import type { Problem } from "@/lib/core/problem";
import { PROBLEMS } from "@/lib/core/problems";

/** The problem as it travels. Source: RFC 9457 (problem+json), with our fields beside its own. */
export const problemBody = (problem: Problem) => {
  const { title, httpStatus, retryable } = PROBLEMS[problem.code];
  return { title, status: httpStatus, retryable, ...problem };
};

/** A problem as an HTTP answer. */
export const problemResponse = (problem: Problem, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(problemBody(problem)), {
    status: PROBLEMS[problem.code].httpStatus,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      ...headers,
    },
  });
