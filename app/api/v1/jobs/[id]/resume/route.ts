import { ok } from "@/lib/core/result";
import { idParams } from "@/lib/schemas/ids";
import { resumeJobInput } from "@/lib/schemas/job";
import { defineRoute } from "@/server/http/define-route";
import { resumeJob } from "@/server/services/resume-job";

export const POST = defineRoute({
  permission: "jobs:write",
  params: idParams,
  body: resumeJobInput,
  handle: async ({ container, params, body, user, address }) => {
    const job = await resumeJob(container, { jobId: params.id, ...body, user, address });
    return job.ok ? ok({ job: job.value }) : job;
  },
});
