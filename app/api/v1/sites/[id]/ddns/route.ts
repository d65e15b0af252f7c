import { saveDdnsInput } from "@/lib/schemas/ddns-view";
import { idParams } from "@/lib/schemas/ids";
import { defineRoute } from "@/server/http/define-route";
import { saveDdns } from "@/server/services/save-ddns";
import { showDdns } from "@/server/services/show-ddns";

export const GET = defineRoute({
  permission: "network:read",
  params: idParams,
  handle: ({ container, params }) => showDdns(container, params.id),
});

/** Stores names and secrets. Nothing changes on any host. */
export const PUT = defineRoute({
  permission: "network:write",
  params: idParams,
  body: saveDdnsInput,
  handle: ({ container, params, body, user, address }) =>
    saveDdns(container, { siteId: params.id, ...body }, { user, address }),
});
