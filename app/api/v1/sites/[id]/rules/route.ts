import { idParams } from "@/lib/schemas/ids";
import { rulesQuery } from "@/lib/schemas/site-input";
import { defineRoute } from "@/server/http/define-route";
import { showRules } from "@/server/services/show-rules";

export const GET = defineRoute({
  permission: "network:read",
  params: idParams,
  query: rulesQuery,
  handle: ({ container, params, query }) =>
    showRules(container, { siteId: params.id, hostId: query.host }),
});
