import { idParams } from "@/lib/schemas/ids";
import { logSourcesQuery } from "@/lib/schemas/kube-log";
import { defineRoute } from "@/server/http/define-route";
import { listLogSources } from "@/server/services/list-log-sources";

/** Containers that have a log: of one pod, or of every pod with the labels. */
export const GET = defineRoute({
  permission: "kube:read",
  params: idParams,
  query: logSourcesQuery,
  handle: async ({ container, params, query }) =>
    listLogSources(container, { clusterId: params.id, query }),
});
