import { idParams } from "@/lib/schemas/ids";
import { fieldsQuery } from "@/lib/schemas/kube-fields";
import { defineRoute } from "@/server/http/define-route";
import { listFields } from "@/server/services/list-fields";

export const GET = defineRoute({
  permission: "kube:read",
  params: idParams,
  query: fieldsQuery,
  handle: ({ container, params, query, user, address }) =>
    listFields(container, { clusterId: params.id, user, address }, query),
});
