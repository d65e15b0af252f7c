import { idParams } from "@/lib/schemas/ids";
import { jobEventsQuery } from "@/lib/schemas/job";
import { defineRoute } from "@/server/http/define-route";
import { listJobEvents } from "@/server/services/list-job-events";

export const GET = defineRoute({
  permission: "jobs:read",
  params: idParams,
  query: jobEventsQuery,
  handle: async ({ container, params, query }) => listJobEvents(container.db, params.id, query),
});
