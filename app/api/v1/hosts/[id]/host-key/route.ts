import { ok } from "@/lib/core/result";
import { acceptHostKeyInput } from "@/lib/schemas/host";
import { idParams } from "@/lib/schemas/ids";
import { defineRoute } from "@/server/http/define-route";
import { acceptHostKey } from "@/server/services/accept-host-key";

export const POST = defineRoute({
  permission: "hosts:write",
  params: idParams,
  body: acceptHostKeyInput,
  handle: async ({ container, params, body, user, address }) => {
    const accepted = { id: params.id, input: body };
    const host = await acceptHostKey(container, accepted, { user, address });
    return host.ok ? ok({ host: host.value }) : host;
  },
});
