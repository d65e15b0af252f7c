import { idParams } from "@/lib/schemas/ids";
import { traceInput } from "@/lib/schemas/site-input";
import { defineRoute } from "@/server/http/define-route";
import { tracePacket } from "@/server/services/trace-packet";

/** What the policy says about one packet. Asks no host. */
export const POST = defineRoute({
  permission: "network:read",
  params: idParams,
  body: traceInput,
  needsDisk: false,
  handle: ({ container, params, body }) => tracePacket(container, { siteId: params.id, ...body }),
});
