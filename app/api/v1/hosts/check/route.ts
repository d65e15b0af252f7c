import { ok } from "@/lib/core/result";
import { defineRoute } from "@/server/http/define-route";
import { checkHosts } from "@/server/services/check-hosts";

export const POST = defineRoute({
  permission: "hosts:write",
  handle: async ({ container }) => ok({ hosts: await checkHosts(container) }),
});
