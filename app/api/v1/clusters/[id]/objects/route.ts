import { idParams } from "@/lib/schemas/ids";
import { objectQuery } from "@/lib/schemas/kube-object";
import { defineRoute } from "@/server/http/define-route";
import { showKubeObject } from "@/server/services/show-kube-object";

export const GET = defineRoute({
  permission: "kube:read",
  params: idParams,
  query: objectQuery,
  handle: ({ container, params, query }) => showKubeObject(container, params.id, query),
});
