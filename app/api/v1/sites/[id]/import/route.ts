import { idParams } from "@/lib/schemas/ids";
import { importInput } from "@/lib/schemas/site-input";
import { defineRoute } from "@/server/http/define-route";
import { importRules } from "@/server/services/import-rules";

/** A host's other firewall rules, as they are. Nothing is changed. */
export const POST = defineRoute({
  permission: "network:read",
  params: idParams,
  body: importInput,
  needsDisk: false,
  handle: ({ container, params, body }) =>
    importRules(container, { siteId: params.id, hostId: body.hostId }),
});
