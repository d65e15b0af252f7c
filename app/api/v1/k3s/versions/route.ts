import { defineRoute } from "@/server/http/define-route";
import { listK3sVersions } from "@/server/services/list-k3s-versions";

export const GET = defineRoute({
  permission: "artifacts:read",
  handle: async () => listK3sVersions(),
});
