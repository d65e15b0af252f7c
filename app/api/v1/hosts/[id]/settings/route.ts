import { idParams } from "@/lib/schemas/ids";
import { defineRoute } from "@/server/http/define-route";
import { readHostSettings } from "@/server/services/read-host-settings";

export const GET = defineRoute({
  permission: "hosts:read",
  params: idParams,
  handle: ({ container, params }) => readHostSettings(container, params.id),
});
