import { ok } from "@/lib/core/result";
import { scanInput } from "@/lib/schemas/host";
import { defineRoute } from "@/server/http/define-route";
import { scanNetwork } from "@/server/services/scan-network";

export const POST = defineRoute({
  permission: "hosts:write",
  body: scanInput,
  needsDisk: false,
  handle: async ({ body }) => {
    const found = await scanNetwork(body);
    return found.ok ? ok({ found: found.value }) : found;
  },
});
