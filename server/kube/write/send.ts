import { fail, ok, type Result } from "@/lib/core/result";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { ApiClient, ApiRequest } from "@/server/kube/api-client";
import { writeFailure, type WriteFailure } from "./write-failure";

/** Admission webhooks may take up to 30 s each. Source: Kubernetes, webhook timeoutSeconds. */
const WRITE_TIMEOUT_MS = 35_000;

/** Asks the API to change something. Unlike the client's own, a refusal keeps all that the API said. */
export async function send<T>(
  api: ApiClient,
  request: ApiRequest,
  subject: Pick<ObjectRef, "kind" | "namespace" | "name">,
): Promise<Result<T, WriteFailure>> {
  const answer = await api.text({ timeoutMs: WRITE_TIMEOUT_MS, ...request });
  if (!answer.ok) return fail({ ...answer.problem, causes: [] });
  const { httpStatus, text, retryAfter } = answer.value;
  const value = parse(text);
  if (httpStatus < 300 && value !== null) return ok(value as T);
  const status = value as Parameters<typeof writeFailure>[0]["status"];
  // 2xx without JSON comes from something that is not an API server.
  const shown = httpStatus < 300 ? 502 : httpStatus;
  return fail(writeFailure({ server: api.server, httpStatus: shown, retryAfter, status }, subject));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
