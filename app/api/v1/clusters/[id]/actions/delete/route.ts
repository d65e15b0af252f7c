import { idParams } from "@/lib/schemas/ids";
import { objectRef } from "@/lib/schemas/kube-change";
import { defineRoute } from "@/server/http/define-route";
import { getBlastRadius } from "@/server/services/get-blast-radius";

/** What goes with the object; nothing is touched. */
export const GET = defineRoute({
  permission: "kube:read",
  params: idParams,
  query: objectRef,
  handle: ({ container, params, query, user, address }) =>
    getBlastRadius(container, { clusterId: params.id, user, address }, query),
});
