import { idParams } from "@/lib/schemas/ids";
import { defineRoute } from "@/server/http/define-route";
import { removeBundle } from "@/server/services/remove-bundle";

export const DELETE = defineRoute({
  permission: "artifacts:write",
  params: idParams,
  handle: async ({ container, params, user, address }) =>
    removeBundle(container, params.id, { user, address }),
});
