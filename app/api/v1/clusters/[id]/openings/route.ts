import { idParams } from "@/lib/schemas/ids";
import { openInput } from "@/lib/schemas/opening";
import { defineRoute } from "@/server/http/define-route";
import { listOpenings } from "@/server/services/list-openings";
import { openService } from "@/server/services/open-service";

/** Apps that are open now: one's own, or everybody's for an administrator. */
export const GET = defineRoute({
  permission: "service:open",
  params: idParams,
  handle: async ({ container, params, user, sessionHash }) =>
    listOpenings(container, { clusterId: params.id, user, sessionHash }),
});

/** Opens one. The way in is `…/openings/<id>/enter`, for this browser. */
export const POST = defineRoute({
  permission: "service:open",
  params: idParams,
  body: openInput,
  status: 201,
  handle: async ({ container, params, body, user, sessionHash, address, secure, request }) => {
    const { origin, host } = Object.fromEntries(request.headers);
    // The front door has compared a browser's Origin with the panel's own names.
    const panel = new URL(origin ?? `${secure ? "https" : "http"}://${host ?? "localhost"}`);
    const asked = { clusterId: params.id, wanted: body, user, sessionHash, address, panel };
    return openService(container, asked);
  },
});
