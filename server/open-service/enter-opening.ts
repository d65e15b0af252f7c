import type { IncomingMessage, ServerResponse } from "node:http";
import { reveal } from "@/lib/core/secret";
import { openNotices } from "@/lib/i18n/en/open-service";
import { openCookie } from "@/lib/open-service/open-cookies";
import { tokenHash } from "@/server/auth/token";
import { sessionTokens } from "@/server/http/cookie";
import type { Opening } from "./opening";
import { sendNotice } from "./send-notice";
import type { Tickets } from "./tickets";

/** The one path of an app's origin that is the panel's. */
export const ENTER_PATH = "/.gandalf/enter";

/**
 * On a name that the panel has, too, browsers send the panel's own cookie along: then it must be the one of the
 * session that opened the app, so that a ticket that went astray is worth nothing to others.
 */
function isOwnBrowser({ facts }: Opening, cookieHeader: string | undefined): boolean {
  const { address, panelOrigin, sessionHash } = facts;
  if (new URL(panelOrigin).hostname !== new URL(address.origin).hostname) return true;
  const tokens = sessionTokens(cookieHeader, address.secure);
  return tokens.some((token) => tokenHash(token) === sessionHash);
}

/** What the last app on this port left in the browser goes. Not "cookies": that would be the panel's, too. */
const FORGET = { "Clear-Site-Data": '"cache", "storage"' } as const;

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Exchanges a one-time ticket for the cookie of this origin, then shows the app. */
export function enterOpening(
  tickets: Tickets,
  opening: Opening,
  { request, response }: Exchange,
): void {
  const { method, url = "", headers } = request;
  const ticket = new URLSearchParams(url.slice(url.indexOf("?"))).get("ticket") ?? "";
  const isGood =
    method === "GET" &&
    isOwnBrowser(opening, headers.cookie) &&
    tickets.redeem(ticket, opening.facts.id);
  const { address, panelOrigin, cookie } = opening.facts;
  if (!isGood)
    return sendNotice(response, {
      ...openNotices.badTicket,
      ...{ httpStatus: 403, retrySeconds: null, panel: panelOrigin },
    });
  const isFirst = opening.enter();
  response.writeHead(303, {
    Location: "/",
    "Set-Cookie": openCookie(opening.openedAs, reveal(cookie)),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    ...(isFirst && !address.isolated ? FORGET : {}),
  });
  response.end();
}
