import { idParams } from "@/lib/schemas/ids";
import { keepRulesInput } from "@/lib/schemas/job";
import { defineRoute } from "@/server/http/define-route";
import { keepRules } from "@/server/services/keep-rules";

export const POST = defineRoute({
  permission: "network:write",
  params: idParams,
  body: keepRulesInput,
  needsDisk: false,
  handle: async ({ container, params, body, user, address }) =>
    keepRules(container, { jobId: params.id, ...body, user, address }),
});
