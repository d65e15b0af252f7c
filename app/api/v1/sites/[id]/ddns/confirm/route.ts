import { confirmDdnsInput } from "@/lib/schemas/ddns-view";
import { idParams } from "@/lib/schemas/ids";
import { defineRoute } from "@/server/http/define-route";
import { confirmDdns } from "@/server/services/confirm-ddns";

export const POST = defineRoute({
  permission: "network:write",
  params: idParams,
  body: confirmDdnsInput,
  handle: ({ container, params, body, user, address }) =>
    confirmDdns(container, { siteId: params.id, ...body }, { user, address }),
});
