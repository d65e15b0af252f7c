import { ok } from "@/lib/core/result";
import { idParams } from "@/lib/schemas/ids";
import { updateSiteInput } from "@/lib/schemas/site-input";
import { defineRoute } from "@/server/http/define-route";
import { deleteSite } from "@/server/services/delete-site";
import { showSite } from "@/server/services/show-site";
import { updateSite } from "@/server/services/update-site";

export const GET = defineRoute({
  permission: "network:read",
  params: idParams,
  handle: ({ container, params }) => showSite(container, params.id),
});

export const PATCH = defineRoute({
  permission: "network:write",
  params: idParams,
  body: updateSiteInput,
  handle: async ({ container, params, body, user, address }) => {
    const site = await updateSite(container, { ...params, ...body }, { user, address });
    return site.ok ? ok({ site: site.value }) : site;
  },
});

export const DELETE = defineRoute({
  permission: "network:write",
  params: idParams,
  needsDisk: false,
  handle: ({ container, params, user, address }) =>
    deleteSite(container, params.id, { user, address }),
});
