import { SESSION_MAX_MS } from "@/server/auth/sessions";

/** Source: RFC 6265bis section 4.1.3: the prefix makes browsers refuse it from a sister domain. */
const name = (secure: boolean) => (secure ? "__Host-gandalf" : "gandalf");

/** The session token that a request's Cookie header carries, or null. */
export function sessionToken(
  cookieHeader: string | null | undefined,
  secure: boolean,
): string | null {
  for (const pair of (cookieHeader ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (pair.slice(0, at).trim() === name(secure)) return pair.slice(at + 1).trim() || null;
  }
  return null;
}

const cookie = (value: string, secure: boolean, maxAgeSeconds: number) =>
  `${name(secure)}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;

/** Set-Cookie that signs a browser in. */
export const signInCookie = (token: string, secure: boolean): string =>
  cookie(token, secure, SESSION_MAX_MS / 1000);

/** Set-Cookie that signs it out. */
export const signOutCookie = (secure: boolean): string => cookie("", secure, 0);
