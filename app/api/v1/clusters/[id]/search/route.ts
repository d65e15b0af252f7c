import { idParams } from "@/lib/schemas/ids";
import { kubeSearchQuery } from "@/lib/schemas/kube-search";
import { defineRoute } from "@/server/http/define-route";
import { searchKubeObjects } from "@/server/services/search-kube-objects";

export const GET = defineRoute({
  permission: "kube:read",
  params: idParams,
  query: kubeSearchQuery,
  handle: ({ container, params, query }) => searchKubeObjects(container, params.id, query),
});
