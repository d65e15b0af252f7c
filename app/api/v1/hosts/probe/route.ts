import { ok } from "@/lib/core/result";
import { probeHostsInput } from "@/lib/schemas/host";
import { defineRoute } from "@/server/http/define-route";
import { probeHosts } from "@/server/services/probe-hosts";

export const POST = defineRoute({
  permission: "hosts:write",
  body: probeHostsInput,
  needsDisk: false,
  handle: async ({ body }) => ok({ probes: await probeHosts(body.targets) }),
});
