import type { SessionUser } from "@/lib/schemas/session";
import { container } from "@/server/container";
import { sessionToken } from "./cookie";
import { isSecure } from "./headers";

/**
 * Who asks for a page, for the frame around it; null also for a signed-in person who followed a link
 * from elsewhere, because the cookie is SameSite=Strict. So a null is asked again by the browser.
 */
export function pageUser(headers: Headers): Promise<SessionUser | null> {
  return container().sessions.find(sessionToken(headers.get("cookie"), isSecure(headers)));
}
