import { idParams } from "@/lib/schemas/ids";
import { savePolicyInput } from "@/lib/schemas/site-input";
import { defineRoute } from "@/server/http/define-route";
import { savePolicy } from "@/server/services/save-policy";

/** Stores the next revision of the policy. Nothing changes on any host. */
export const PUT = defineRoute({
  permission: "network:write",
  params: idParams,
  body: savePolicyInput,
  handle: ({ container, params, body, user, address }) =>
    savePolicy(container, { siteId: params.id, ...body }, { user, address }),
});
