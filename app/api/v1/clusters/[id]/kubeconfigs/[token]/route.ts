import { kubeTokenParams } from "@/lib/schemas/kube-token";
import { defineRoute } from "@/server/http/define-route";
import { revokeKubeToken } from "@/server/services/revoke-kube-token";

/** Ends one, and what runs through it. */
export const DELETE = defineRoute({
  permission: "kubeconfig:create",
  params: kubeTokenParams,
  handle: async ({ container, params, user, address }) =>
    revokeKubeToken(container, { clusterId: params.id, tokenId: params.token, user, address }),
});
