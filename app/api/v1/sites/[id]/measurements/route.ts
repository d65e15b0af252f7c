import { idParams } from "@/lib/schemas/ids";
import { measurementsQuery } from "@/lib/schemas/site-input";
import { defineRoute } from "@/server/http/define-route";
import { listMeasurements } from "@/server/services/list-measurements";

export const GET = defineRoute({
  permission: "network:read",
  params: idParams,
  query: measurementsQuery,
  handle: ({ container, params, query }) => listMeasurements(container, params.id, query.limit),
});
