import { idParams } from "@/lib/schemas/ids";
import { defineRoute } from "@/server/http/define-route";
import { listKubeKinds } from "@/server/services/list-kube-kinds";

export const GET = defineRoute({
  permission: "kube:read",
  params: idParams,
  handle: ({ container, params }) => listKubeKinds(container, params.id),
});
