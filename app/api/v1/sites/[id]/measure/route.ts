import { ok } from "@/lib/core/result";
import { idParams } from "@/lib/schemas/ids";
import { defineRoute } from "@/server/http/define-route";

/** Sends probes between the hosts, and keeps what they found. */
export const POST = defineRoute({
  permission: "network:write",
  params: idParams,
  handle: async ({ container, params, user, address }) => {
    const measured = await container.sites.measure(params.id);
    if (!measured.ok) return measured;
    await container.audit.record({
      ...{ actor: user, address, action: "site.measure", object: `site:${params.id}` },
      detail: { at: measured.value.at, probes: measured.value.pairs.length },
    });
    return ok({ measurement: measured.value });
  },
});
