import { idParams } from "@/lib/schemas/ids";
import { defineRoute } from "@/server/http/define-route";
import { cancelJob } from "@/server/services/cancel-job";

export const POST = defineRoute({
  permission: "jobs:write",
  params: idParams,
  needsDisk: false,
  handle: async ({ container, params, user, address }) =>
    cancelJob(container, { jobId: params.id, user, address }),
});
