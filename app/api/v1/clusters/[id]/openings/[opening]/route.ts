import { openingParams } from "@/lib/schemas/opening";
import { defineRoute } from "@/server/http/define-route";
import { closeOpening } from "@/server/services/close-opening";

/** Ends one, and what runs through it. */
export const DELETE = defineRoute({
  permission: "service:open",
  params: openingParams,
  needsDisk: false,
  handle: async ({ container, params, user, sessionHash, address }) => {
    const asked = { clusterId: params.id, openingId: params.opening, user, sessionHash, address };
    return closeOpening(container, asked);
  },
});
