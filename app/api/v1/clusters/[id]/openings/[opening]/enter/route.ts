import { openingParams } from "@/lib/schemas/opening";
import { openNotices } from "@/lib/i18n/en/open-service";
import { tokenHash } from "@/server/auth/token";
import { defineRoute } from "@/server/http/define-route";
import { noticeHeaders, noticePage } from "@/server/open-service/notice-page";
import { leadIntoOpening } from "@/server/services/lead-into-opening";

const OWN_SITES: readonly (string | null)[] = ["same-origin", "none", null];

const gone = { ...openNotices.nothing, httpStatus: 404, retrySeconds: null, panel: "/" };

/** Leads this browser into an app that it opened, by a ticket that works once. A page, since a person follows it. */
export const GET = defineRoute({
  permission: "service:open",
  params: openingParams,
  handle: async ({ container, params, token, request }) => {
    const sessionHash = tokenHash(token ?? "");
    const asked = { clusterId: params.id, openingId: params.opening, sessionHash };
    const isOwn = OWN_SITES.includes(request.headers.get("sec-fetch-site"));
    const way = leadIntoOpening(container, asked);
    if (!way.ok || !isOwn)
      return new Response(noticePage(gone), { status: 404, headers: noticeHeaders(gone) });
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
