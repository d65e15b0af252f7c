import { z } from "zod";
import { idParams } from "@/lib/schemas/ids";
import { hostOperation } from "@/lib/schemas/operation";
import { defineRoute } from "@/server/http/define-route";
import { previewHostOperation } from "@/server/services/preview-operation";

export const POST = defineRoute({
  permission: "hosts:write",
  params: idParams,
  body: z.object({ operation: hostOperation }),
  needsDisk: false,
  handle: ({ container, params, body }) =>
    previewHostOperation(container, params.id, body.operation),
});
