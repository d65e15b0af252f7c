import { idParams } from "@/lib/schemas/ids";
import { traceInput } from "@/lib/schemas/site-input";
import { defineRoute } from "@/server/http/define-route";
import { provePacket } from "@/server/services/trace-packet";

/** Sends the packet from the host it is said to come from. */
export const POST = defineRoute({
  permission: "network:write",
  params: idParams,
  body: traceInput,
  needsDisk: false,
  handle: async ({ container, params, body, request, user, address }) => {
    const proved = await provePacket(container, { siteId: params.id, ...body }, request.signal);
    if (!proved.ok) return proved;
    await container.audit.record({
      ...{ actor: user, address, action: "site.probe", object: `site:${params.id}` },
      detail: { ...body, measured: proved.value.measured },
    });
    return proved;
  },
});
