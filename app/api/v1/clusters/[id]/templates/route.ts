import { templateInput } from "@/lib/schemas/app-check";
import { idParams } from "@/lib/schemas/ids";
import { defineRoute } from "@/server/http/define-route";
import { checkTemplate } from "@/server/services/check-template";

/** Reads only: what to know before the app is deployed. */
export const POST = defineRoute({
  permission: "kube:write",
  params: idParams,
  body: templateInput,
  handle: ({ container, params, body, user, address }) =>
    checkTemplate(container, { clusterId: params.id, user, address }, body),
});
