import { ok } from "@/lib/core/result";
import { createSiteInput } from "@/lib/schemas/site-input";
import { defineRoute } from "@/server/http/define-route";
import { createSite } from "@/server/services/create-site";
import { listSites } from "@/server/services/site-row";

export const GET = defineRoute({
  permission: "network:read",
  handle: async ({ container }) => ok({ sites: await listSites(container) }),
});

export const POST = defineRoute({
  permission: "network:write",
  body: createSiteInput,
  status: 201,
  handle: async ({ container, body, user, address }) => {
    const site = await createSite(container, body, { user, address });
    return site.ok ? ok({ site: site.value }) : site;
  },
});
