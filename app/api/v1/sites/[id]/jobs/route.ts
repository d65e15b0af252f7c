import { ok } from "@/lib/core/result";
import { idParams } from "@/lib/schemas/ids";
import { startSiteJobInput } from "@/lib/schemas/job";
import { defineRoute } from "@/server/http/define-route";
import { startSiteJob } from "@/server/services/start-site-job";

export const POST = defineRoute({
  permission: "network:write",
  params: idParams,
  body: startSiteJobInput,
  status: 201,
  handle: async ({ container, params, body, user, address }) => {
    const job = await startSiteJob(container, { siteId: params.id, ...body, user, address });
    return job.ok ? ok({ job: job.value }) : job;
  },
});
