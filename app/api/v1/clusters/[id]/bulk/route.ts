import { idParams } from "@/lib/schemas/ids";
import { bulkInput, bulkQuery } from "@/lib/schemas/kube-bulk";
import { defineRoute } from "@/server/http/define-route";
import { cancelBulk } from "@/server/services/cancel-bulk";
import { startBulk } from "@/server/services/start-bulk";

/** How a change of many objects goes. */
export const GET = defineRoute({
  permission: "kube:write",
  params: idParams,
  query: bulkQuery,
  handle: async ({ container, params, query }) => container.bulks.find(params.id, query.run),
});

export const POST = defineRoute({
  permission: "kube:write",
  params: idParams,
  body: bulkInput,
  status: 202,
  handle: ({ container, params, body, user, address }) =>
    startBulk(container, { clusterId: params.id, user, address }, body),
});

export const DELETE = defineRoute({
  permission: "kube:write",
  params: idParams,
  query: bulkQuery,
  handle: ({ container, params, query, user, address }) =>
    cancelBulk(container, { clusterId: params.id, user, address }, query.run),
});
