import { setupInput } from "@/lib/schemas/session";
import { defineRoute } from "@/server/http/define-route";
import { signedInResponse } from "@/server/http/signed-in-response";
import { createFirstAdministrator } from "@/server/services/create-first-administrator";

export const POST = defineRoute({
  permission: "public",
  body: setupInput,
  maxBodyBytes: 4096,
  handle: async ({ container, body, request, address, secure }) => {
    const userAgent = request.headers.get("user-agent") ?? "";
    const session = await createFirstAdministrator(container, body, { address, userAgent });
    if (!session.ok) return session;
    return signedInResponse(container, { token: session.value, secure, status: 201 });
  },
});
