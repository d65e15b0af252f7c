import { z } from "zod";
import { idParams } from "@/lib/schemas/ids";
import { siteOperation } from "@/lib/schemas/operation";
import { defineRoute } from "@/server/http/define-route";
import { previewSiteOperation } from "@/server/services/preview-operation";

export const POST = defineRoute({
  permission: "network:write",
  params: idParams,
  body: z.object({ operation: siteOperation }),
  needsDisk: false,
  handle: async ({ container, params, body }) =>
    previewSiteOperation(container, params.id, body.operation),
});
