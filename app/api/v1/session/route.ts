import { ok } from "@/lib/core/result";
import { type SessionAnswer, signInInput, signOutInput } from "@/lib/schemas/session";
import { signOutCookie } from "@/server/http/cookie";
import { defineRoute } from "@/server/http/define-route";
import { problemResponse } from "@/server/http/problem-response";
import { signedInResponse } from "@/server/http/signed-in-response";
import { isSetupNeeded } from "@/server/services/issue-setup-token";
import { signIn } from "@/server/services/sign-in";
import { signOut } from "@/server/services/sign-out";

export const GET = defineRoute({
  permission: "public",
  handle: async ({ container, user }) =>
    ok<SessionAnswer>({ user, setupNeeded: user === null && (await isSetupNeeded(container.db)) }),
});

export const POST = defineRoute({
  permission: "public",
  body: signInInput,
  needsDisk: false,
  maxBodyBytes: 4096,
  handle: async ({ container, body, request, address, secure, token }) => {
    const userAgent = request.headers.get("user-agent") ?? "";
    const session = await signIn(container, body, { address, userAgent, token });
    if (session.ok)
      return signedInResponse(container, { token: session.value, secure, status: 200 });
    const { problem, waitMs } = session.problem;
    const retryAfter = waitMs === undefined ? {} : { "Retry-After": `${Math.ceil(waitMs / 1000)}` };
    return problemResponse(problem, retryAfter);
  },
});

export const DELETE = defineRoute({
  permission: "public",
  query: signOutInput,
  needsDisk: false,
  handle: async ({ container, user, token, query, address, secure }) => {
    await signOut(container, { user, token, address, everywhere: query.everywhere === "true" });
    return new Response(null, {
      status: 204,
      headers: {
        "Set-Cookie": signOutCookie(secure),
        "Clear-Site-Data": '"cache"', // pages of this person must not come back with the back button
      },
    });
  },
});
