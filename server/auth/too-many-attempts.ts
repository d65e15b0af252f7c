import type { Problem } from "@/lib/core/problem";

/** The sentence for somebody who guessed too often. */
export const tooManyAttempts = (waitMs: number): Problem => ({
  code: "auth.rate-limited",
  detail: `There were too many wrong passwords. Try again in ${Math.ceil(waitMs / 1000)} seconds.`,
  remedies: ["Wait, then try again."],
});
