import { failingChecks } from "@/lib/kube/health-checks";
import type { ApiClient } from "./api-client";
import { notReadyFailure, type ApiFailure } from "./api-failure";

/**
 * Asks the API whether it is there and ready; null when it is. 401 and 403 are answers too: some clusters let
 * nobody but administrators ask.
 */
export async function probeApi(
  api: ApiClient,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<ApiFailure | null> {
  const answer = await api.text({ path: "/readyz", timeoutMs, signal });
  if (!answer.ok) return answer.problem;
  const { httpStatus, text } = answer.value;
  return httpStatus >= 500 ? notReadyFailure(api.server, failingChecks(text)) : null;
}
