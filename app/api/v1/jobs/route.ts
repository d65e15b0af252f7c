import { z } from "zod";
import { ok } from "@/lib/core/result";
import { objectId } from "@/lib/schemas/ids";
import { defineRoute } from "@/server/http/define-route";
import { listJobs } from "@/server/services/list-jobs";

export const GET = defineRoute({
  permission: "jobs:read",
  query: z.object({
    clusterId: objectId.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  handle: async ({ container, query }) => ok({ jobs: await listJobs(container.db, query) }),
});
