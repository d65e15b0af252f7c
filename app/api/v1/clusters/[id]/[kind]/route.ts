import { z } from "zod";
import { idParams } from "@/lib/schemas/ids";
import { kubeQuery } from "@/lib/schemas/kube";
import { conditionalAnswer } from "@/server/http/conditional-answer";
import { defineRoute } from "@/server/http/define-route";
import { listKubeRows } from "@/server/services/list-kube-rows";

export const GET = defineRoute({
  permission: "kube:read",
  params: idParams.extend({ kind: z.string().max(160) }),
  query: kubeQuery,
  handle: async ({ container, params, query, request }) =>
    conditionalAnswer(
      request,
      await listKubeRows(container, { clusterId: params.id, kind: params.kind, query }),
    ),
});
