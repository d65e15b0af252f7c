import { idParams } from "@/lib/schemas/ids";
import { changeInput } from "@/lib/schemas/kube-change";
import { defineRoute } from "@/server/http/define-route";
import { changeObject } from "@/server/services/change-object";

export const POST = defineRoute({
  permission: "kube:write",
  params: idParams,
  body: changeInput,
  handle: ({ container, params, body, user, address }) =>
    changeObject(container, { clusterId: params.id, user, address }, body),
});
