import { ok } from "@/lib/core/result";
import { preflightInput } from "@/lib/schemas/finding";
import { defineRoute } from "@/server/http/define-route";
import { preflightCluster } from "@/server/services/preflight-cluster";

export const POST = defineRoute({
  permission: "clusters:write",
  body: preflightInput,
  needsDisk: false,
  handle: async ({ container, body, request }) =>
    ok({ findings: await preflightCluster(container, body, request.signal) }),
});
