import { done, fail, type Result } from "@/lib/core/result";
import { panelGroup, panelUser } from "@/lib/kube/panel-groups";
import { ROLES } from "@/lib/schemas/session";
import type { ApiClient } from "./api-client";
import { readOnlyFailure, type ApiFailure } from "./api-failure";

/** Source: Kubernetes API reference, authorization/v1 SelfSubjectAccessReview. */
interface ResourceAttributes {
  readonly verb: string;
  readonly resource: string;
  readonly group?: string;
  readonly name?: string;
}

/** Whether the credentials may do that, everywhere. */
export async function may(
  api: Pick<ApiClient, "json">,
  resourceAttributes: ResourceAttributes,
): Promise<Result<boolean, ApiFailure>> {
  const answer = await api.json<{ status?: { allowed?: boolean } }>({
    method: "POST",
    path: "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
    body: {
      apiVersion: "authorization.k8s.io/v1",
      kind: "SelfSubjectAccessReview",
      spec: { resourceAttributes },
    },
  });
  return answer.ok ? { ok: true, value: answer.value.status?.allowed === true } : answer;
}

const WANTED: readonly ResourceAttributes[] = [
  { verb: "impersonate", resource: "users", name: panelUser("anybody") },
  ...ROLES.map((role) => ({ verb: "impersonate", resource: "groups", name: panelGroup(role) })),
];

/** Fails, saying so, where the credentials may not ask as the panel's people and their roles. */
export async function mayAskAsPeople(
  api: Pick<ApiClient, "json">,
): Promise<Result<void, ApiFailure>> {
  for (const answer of await Promise.all(WANTED.map((wanted) => may(api, wanted)))) {
    if (!answer.ok) return answer;
    if (!answer.value) return fail(readOnlyFailure());
  }
  return done;
}
