import { ok } from "@/lib/core/result";
import type { PanelAnswer } from "@/lib/schemas/panel";
import { defineRoute } from "@/server/http/define-route";

export const GET = defineRoute({
  permission: "panel:read",
  handle: async ({ container }) => ok<PanelAnswer>({ disk: await container.disk.look() }),
});
