import { createHash } from "node:crypto";
import type { Result } from "@/lib/core/result";
import { problemResponse } from "./problem-response";

/** Until when an answer is known to be true; it changes while the answer does not. */
const AS_OF_HEADER = "X-As-Of";

interface Aged {
  readonly asOf: string | null;
}

/**
 * The answer as JSON with an ETag over all of it but its age, or 304 when the browser has it already: pages ask again
 * at every word of a change, and mostly nothing on them changed.
 * Source: RFC 9110, "ETag" and "If-None-Match".
 */
export function conditionalAnswer(request: Request, result: Result<Aged>): Response {
  if (!result.ok) return problemResponse(result.problem);
  const { asOf, ...rest } = result.value;
  const text = JSON.stringify(rest);
  const etag = `"${createHash("sha1").update(text).digest("base64url")}"`;
  const headers = { "Cache-Control": "no-store", ETag: etag, [AS_OF_HEADER]: asOf ?? "" };
  if (request.headers.get("if-none-match") === etag)
    return new Response(null, { status: 304, headers });
  const body = `${text.slice(0, -1)},"asOf":${JSON.stringify(asOf)}}`;
  return new Response(body, {
    headers: { ...headers, "Content-Type": "application/json" },
  });
}
