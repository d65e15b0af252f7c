import { ok } from "@/lib/core/result";
import { idParams } from "@/lib/schemas/ids";
import { startJobInput } from "@/lib/schemas/job";
import { defineRoute } from "@/server/http/define-route";
import { startJob } from "@/server/services/start-job";

export const POST = defineRoute({
  permission: "jobs:write",
  params: idParams,
  body: startJobInput,
  status: 201,
  handle: async ({ container, params, body, user, address }) => {
    const job = await startJob(container, { clusterId: params.id, ...body, user, address });
    return job.ok ? ok({ job: job.value }) : job;
  },
});
