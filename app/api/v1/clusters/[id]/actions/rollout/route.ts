import { idParams } from "@/lib/schemas/ids";
import { objectRef } from "@/lib/schemas/kube-change";
import { defineRoute } from "@/server/http/define-route";
import { getRollout } from "@/server/services/get-rollout";

export const GET = defineRoute({
  permission: "kube:read",
  params: idParams,
  query: objectRef,
  handle: ({ container, params, query }) => getRollout(container, { clusterId: params.id }, query),
});
