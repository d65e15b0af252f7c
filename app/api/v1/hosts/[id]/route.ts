import { ok } from "@/lib/core/result";
import { removeHostQuery, updateHostInput } from "@/lib/schemas/host";
import { idParams } from "@/lib/schemas/ids";
import { defineRoute } from "@/server/http/define-route";
import { removeHost } from "@/server/services/remove-host";
import { updateHost } from "@/server/services/update-host";

export const PATCH = defineRoute({
  permission: "hosts:write",
  params: idParams,
  body: updateHostInput,
  handle: async ({ container, params, body, user, address }) => {
    const host = await updateHost(container, { id: params.id, changes: body }, { user, address });
    return host.ok ? ok({ host: host.value }) : host;
  },
});

export const DELETE = defineRoute({
  permission: "hosts:write",
  params: idParams,
  query: removeHostQuery,
  handle: ({ container, params, query, user, address }) =>
    removeHost(container, { id: params.id, ...query }, { user, address }),
});
