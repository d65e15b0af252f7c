import type { z } from "zod";
import { fail, ok, type Result } from "@/lib/core/result";

/** zod's own words for a missing value are for programmers. */
const missing = (issue: { readonly input?: unknown }) =>
  issue.input === undefined ? "Fill this in." : undefined;

/**
 * Parses input that came from outside. A failure names each wrong field by its path ("hosts.0.port";
 * "" is the whole) with what to do about it; the first complaint about a field wins.
 */
export async function parseInput<S extends z.ZodType>(
  schema: S,
  input: unknown,
): Promise<Result<z.output<S>>> {
  const parsed = await schema.safeParseAsync(input, { error: missing });
  if (parsed.success) return ok(parsed.data);
  const fields: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) fields[path.join(".")] ??= message;
  const names = Object.keys(fields).filter((name) => name !== "");
  return fail({
    code: "input.invalid",
    detail:
      names.length === 0
        ? (fields[""] ?? "The request is not what was expected.")
        : `Some fields need attention: ${names.join(", ")}.`,
    remedies: ["Correct the fields and send again."],
    fields,
  });
}
