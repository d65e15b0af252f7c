import { changePasswordInput } from "@/lib/schemas/session";
import { defineRoute } from "@/server/http/define-route";
import { changePassword } from "@/server/services/change-password";

export const PUT = defineRoute({
  permission: "panel:read", // everybody's own
  body: changePasswordInput,
  maxBodyBytes: 4096,
  handle: ({ container, body, user, token, address }) =>
    changePassword(container, body, { user, token, address }),
});
