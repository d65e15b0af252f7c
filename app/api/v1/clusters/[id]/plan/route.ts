import { z } from "zod";
import { idParams } from "@/lib/schemas/ids";
import { clusterOperation } from "@/lib/schemas/operation";
import { defineRoute } from "@/server/http/define-route";
import { previewOperation } from "@/server/services/preview-operation";

export const POST = defineRoute({
  permission: "clusters:write",
  params: idParams,
  body: z.object({ operation: clusterOperation }),
  needsDisk: false,
  handle: async ({ container, params, body }) =>
    previewOperation(container, params.id, body.operation),
});
