import { defineRoute } from "@/server/http/define-route";
import { ok } from "@/lib/core/result";
import { overview } from "@/server/services/overview";

export const GET = defineRoute({
  permission: "panel:read",
  handle: async ({ container }) => ok(await overview(container)),
});
