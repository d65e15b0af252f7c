import { idParams } from "@/lib/schemas/ids";
import { kubeTokenInput } from "@/lib/schemas/kube-token";
import { defineRoute } from "@/server/http/define-route";
import { createKubeToken } from "@/server/services/create-kube-token";
import { listKubeTokens } from "@/server/services/list-kube-tokens";

/** Kubeconfigs that go through the panel: one's own, or everybody's for an administrator. */
export const GET = defineRoute({
  permission: "kubeconfig:create",
  params: idParams,
  handle: async ({ container, params, user }) =>
    listKubeTokens(container, { clusterId: params.id, user }),
});

/** Makes one; its text is in this answer and nowhere else. */
export const POST = defineRoute({
  permission: "kubeconfig:create",
  params: idParams,
  body: kubeTokenInput,
  status: 201,
  handle: async ({ container, params, body, user, address, secure, request }) => {
    const place = { host: request.headers.get("host") ?? "", secure };
    return createKubeToken(container, { ...body, clusterId: params.id, user, address, place });
  },
});
