import { failingChecks } from "@/lib/kube/health-checks";
import type { ApiClient } from "./api-client";
import { notReadyFailure, type ApiFailure } from "./api-failure";

/**
 * Asks the API whether it is there and ready; null when it is. 403 is an answer too: some clusters let nobody but
 * administrators ask. 401 means that it does not know these credentials any more.
 */
export async function probeApi(
  api: ApiClient,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<ApiFailure | null> {
  const answer = await api.text({ path: "/readyz", timeoutMs, signal });
  if (!answer.ok) return answer.problem;
  const { httpStatus, text } = answer.value;
  if (httpStatus === 401) return whyRefused(api, timeoutMs, signal);
  return httpStatus >= 500 ? notReadyFailure(api.server, failingChecks(text)) : null;
}

/** Asked once more in the way that answers a refusal as a problem, with what can be done about it. */
async function whyRefused(
  api: ApiClient,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<ApiFailure | null> {
  const answer = await api.json({ path: "/readyz", timeoutMs, signal });
  return answer.ok ? null : answer.problem;
}
