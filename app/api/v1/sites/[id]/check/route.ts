import { idParams } from "@/lib/schemas/ids";
import { checkPolicyInput } from "@/lib/schemas/site-input";
import { defineRoute } from "@/server/http/define-route";
import { checkPolicy } from "@/server/services/check-policy";

/** What a draft would come to: findings, and the rules of every host. Asks no host and stores nothing. */
export const POST = defineRoute({
  permission: "network:read",
  params: idParams,
  body: checkPolicyInput,
  needsDisk: false,
  handle: ({ container, params, body }) => checkPolicy(container, params.id, body.spec),
});
