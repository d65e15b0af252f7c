import { z } from "zod";
import { idParams } from "@/lib/schemas/ids";
import { kubeQuery } from "@/lib/schemas/kube";
import { defineRoute } from "@/server/http/define-route";
import { listKubeRows } from "@/server/services/list-kube-rows";

export const GET = defineRoute({
  permission: "kube:read",
  params: idParams.extend({ kind: z.string().max(60) }),
  query: kubeQuery,
  handle: ({ container, params, query }) =>
    listKubeRows(container, { clusterId: params.id, kind: params.kind, query }),
});
