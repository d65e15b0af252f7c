import { idParams } from "@/lib/schemas/ids";
import { defineRoute } from "@/server/http/define-route";
import { getJob } from "@/server/services/get-job";

export const GET = defineRoute({
  permission: "jobs:read",
  params: idParams,
  handle: async ({ container, params }) => getJob(container.db, params.id),
});
