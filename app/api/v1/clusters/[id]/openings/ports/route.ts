import { idParams } from "@/lib/schemas/ids";
import { openTargetQuery } from "@/lib/schemas/opening";
import { defineRoute } from "@/server/http/define-route";
import { listOpenPorts } from "@/server/services/list-open-ports";

/** The ports of an object that can be opened, the most likely page first. */
export const GET = defineRoute({
  permission: "service:open",
  params: idParams,
  query: openTargetQuery,
  handle: async ({ container, params, query, user }) =>
    listOpenPorts(container, { clusterId: params.id, user, target: query }),
});
