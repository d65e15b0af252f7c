import { idParams } from "@/lib/schemas/ids";
import { revealInput } from "@/lib/schemas/kube-object";
import { defineRoute } from "@/server/http/define-route";
import { revealSecret } from "@/server/services/reveal-kube-secret";

export const POST = defineRoute({
  permission: "kube:reveal",
  params: idParams,
  body: revealInput,
  handle: ({ container, user, params, body, address }) => {
    const actor = { id: user.id, name: user.name };
    return revealSecret(container, { clusterId: params.id, ...body }, { actor, address });
  },
});
