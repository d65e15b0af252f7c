import type { IncomingHttpHeaders } from "node:http";

/** Source: RFC 9110 section 9.2.1: these change nothing. */
const SAFE_METHODS: readonly string[] = ["GET", "HEAD", "OPTIONS"];

export interface OriginCheck {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** host:port of the address people type, when it is not the Host header. */
  readonly publicHost: string | null;
  /** Whether the request carries a session cookie. */
  readonly hasSession: boolean;
}

/** Whether an Origin header names this panel. */
export function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  publicHost: string | null,
): boolean {
  const named = origin === undefined ? undefined : URL.parse(origin)?.host;
  return named !== undefined && named !== "" && (named === host || named === publicHost);
}

/**
 * Whether a request that changes something must be refused because another site's page may have
 * sent it. A browser says where it comes from with Sec-Fetch-Site, an older or a plain-http one with
 * Origin; who says neither may go on only without a session (a program that signs in).
 */
export function isForeign({ method, headers, publicHost, hasSession }: OriginCheck): boolean {
  if (SAFE_METHODS.includes(method)) return false;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  if (headers.origin !== undefined) return !isOwnOrigin(headers.origin, headers.host, publicHost);
  return site === undefined && hasSession;
}
