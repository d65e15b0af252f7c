import type { SessionUser } from "@/lib/schemas/session";
import { container } from "@/server/container";
import { findSession } from "./find-session";
import { isSecure } from "./headers";

/**
 * Who asks for a page, for the frame around it; null also for a signed-in person who followed a link
 * from elsewhere, because the cookie is SameSite=Strict. So a null is asked again by the browser.
 */
export async function pageUser(headers: Headers): Promise<SessionUser | null> {
  const { sessions } = container();
  return (await findSession(sessions, headers.get("cookie"), isSecure(headers))).user;
}
