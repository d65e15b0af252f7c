import { openingParams } from "@/lib/schemas/opening";
import { defineRoute } from "@/server/http/define-route";
import { openingGoneResponse } from "@/server/http/opening-gone-response";
import { leadIntoOpening } from "@/server/services/lead-into-opening";

const OWN_SITES: readonly (string | null)[] = ["same-origin", "none", null];

/** Leads this browser into an app that it opened, by a ticket that works once. A page, since a person follows it. */
export const GET = defineRoute({
  permission: "service:open",
  params: openingParams,
  handle: async ({ container, params, sessionHash, request }) => {
    const asked = { clusterId: params.id, openingId: params.opening, sessionHash };
    const isOwn = OWN_SITES.includes(request.headers.get("sec-fetch-site"));
    const way = leadIntoOpening(container, asked);
    if (!way.ok || !isOwn) return openingGoneResponse();
    return new Response(null, {
      status: 303,
      headers: {
        Location: way.value,
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
      },
    });
  },
});
