import { idParams } from "@/lib/schemas/ids";
import { defineRoute } from "@/server/http/define-route";
import { clusterHealth } from "@/server/services/cluster-health";

export const GET = defineRoute({
  permission: "kube:read",
  params: idParams,
  handle: ({ container, params }) => clusterHealth(container, params.id),
});
