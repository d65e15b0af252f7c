import { ok } from "@/lib/core/result";
import { idParams } from "@/lib/schemas/ids";
import { startHostJobInput } from "@/lib/schemas/job";
import { defineRoute } from "@/server/http/define-route";
import { startHostJob } from "@/server/services/start-host-job";

export const POST = defineRoute({
  permission: "hosts:write",
  params: idParams,
  body: startHostJobInput,
  status: 201,
  handle: async ({ container, params, body, user, address }) => {
    const job = await startHostJob(container, { hostId: params.id, ...body, user, address });
    return job.ok ? ok({ job: job.value }) : job;
  },
});
