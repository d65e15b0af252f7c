import { ok } from "@/lib/core/result";
import { addHostInput } from "@/lib/schemas/host";
import { defineRoute } from "@/server/http/define-route";
import { addHost } from "@/server/services/add-host";
import { listHosts } from "@/server/services/list-hosts";

export const GET = defineRoute({
  permission: "hosts:read",
  handle: async ({ container }) => ok({ hosts: await listHosts(container) }),
});

export const POST = defineRoute({
  permission: "hosts:write",
  body: addHostInput,
  status: 201,
  handle: async ({ container, body, user, address }) => {
    const host = await addHost(container, body, { user, address });
    return host.ok ? ok({ host: host.value }) : host;
  },
});
