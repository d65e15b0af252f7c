import { fail } from "@/lib/core/result";
import { defineRoute } from "@/server/http/define-route";

/** What no other route answers to: a problem like all others, not a page. */
export const GET = defineRoute({
  permission: "panel:read",
  handle: async ({ request }) =>
    fail({
      code: "object.not-found",
      detail: `There is nothing at ${new URL(request.url).pathname}.`,
      remedies: ["Check the address: the API lies under /api/v1/."],
    }),
});
