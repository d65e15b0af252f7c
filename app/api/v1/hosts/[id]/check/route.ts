import { ok } from "@/lib/core/result";
import { idParams } from "@/lib/schemas/ids";
import { defineRoute } from "@/server/http/define-route";
import { checkHost } from "@/server/services/check-host";

export const POST = defineRoute({
  permission: "hosts:write",
  params: idParams,
  handle: async ({ container, params }) => {
    const host = await checkHost(container, params.id);
    return host.ok ? ok({ host: host.value }) : host;
  },
});
