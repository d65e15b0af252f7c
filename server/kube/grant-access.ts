import type { AuthenticationV1TokenRequest, V1ClusterRoleBindingList } from "@kubernetes/client-node";
import { fail, ok, type Result } from "@/lib/core/result";
import { secret, type Secret } from "@/lib/core/secret";
import {
  accessManifests,
  accountName,
  bindingsQuery,
  PANEL_NAMESPACE,
  staleBindings,
} from "@/lib/kube/panel-access";
import type { UserRole } from "@/lib/schemas/session";
import type { ApiClient } from "./api-client";
import type { ApiFailure } from "./api-failure";
import { applyManifests } from "./apply-manifests";
import type { Wire } from "./wire";

export interface Grant {
  readonly token: Secret;
  /** The cluster's word; it may shorten what was asked for. ISO 8601, UTC. */
  readonly expiresAt: string;
}

interface Wanted {
  readonly userId: string;
  readonly role: UserRole;
  readonly ttlSeconds: number;
}

/**
 * Makes the person's account in the cluster say what the panel's role says, then asks for a token that ends by
 * itself. Server-side apply: doing it again changes nothing.
 */
export async function grantAccess(
  api: ApiClient,
  wanted: Wanted,
): Promise<Result<Grant, ApiFailure>> {
  const withdrawn = await withdrawOldRoles(api, wanted);
  if (!withdrawn.ok) return withdrawn;
  const applied = await applyManifests(api, accessManifests(wanted));
  if (!applied.ok) return applied;
  const account = accountName(wanted.userId);
  const answer = await api.json<Wire<AuthenticationV1TokenRequest>>({
    method: "POST",
    path: `/api/v1/namespaces/${PANEL_NAMESPACE}/serviceaccounts/${account}/token`,
    body: {
      apiVersion: "authentication.k8s.io/v1",
      kind: "TokenRequest",
      spec: { expirationSeconds: wanted.ttlSeconds },
    },
  });
  if (!answer.ok) return answer;
  const { token = "", expirationTimestamp = "" } = answer.value.status ?? {};
  return ok({ token: secret(token), expiresAt: expirationTimestamp });
}

/** First of all: whoever lost a role must not keep its rights because a later call failed. */
async function withdrawOldRoles(api: ApiClient, wanted: Wanted): Promise<Result<void, ApiFailure>> {
  const listed = await api.json<Wire<V1ClusterRoleBindingList>>(bindingsQuery(wanted.userId));
  if (!listed.ok) return listed;
  const names = (listed.value.items ?? []).flatMap(({ metadata }) => metadata?.name ?? []);
  for (const path of staleBindings(wanted, names)) {
    const deleted = await api.json({ method: "DELETE", path });
    if (!deleted.ok && deleted.problem.httpStatus !== 404) return fail(deleted.problem);
  }
  return ok(undefined);
}
