import { ok } from "@/lib/core/result";
import { defineRoute } from "@/server/http/define-route";

export const GET = defineRoute({
  permission: "artifacts:read",
  handle: async ({ container }) => ok({ bundles: await container.artifacts.bundles() }),
});
