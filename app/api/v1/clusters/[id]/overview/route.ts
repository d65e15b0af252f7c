import { idParams } from "@/lib/schemas/ids";
import { conditionalAnswer } from "@/server/http/conditional-answer";
import { defineRoute } from "@/server/http/define-route";
import { showClusterOverview } from "@/server/services/show-cluster-overview";

export const GET = defineRoute({
  permission: "kube:read",
  params: idParams,
  handle: async ({ container, params, request }) =>
    conditionalAnswer(request, await showClusterOverview(container, params.id)),
});
