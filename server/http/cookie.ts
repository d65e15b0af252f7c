import { SESSION_MAX_MS } from "@/server/auth/sessions";

/**
 * Source: RFC 6265bis section 4.1.3: the prefix makes browsers refuse it from a sister domain and, those that know
 * all of it, from any script.
 */
const name = (secure: boolean) => (secure ? "__Host-Http-gandalf" : "gandalf");

/**
 * The session tokens that a request's Cookie header carries, each once. There is one, unless a page on another port of
 * this host name planted its own: browsers keep cookies of all ports together, and those of a longer path come first.
 */
export function sessionTokens(
  cookieHeader: string | null | undefined,
  secure: boolean,
): readonly string[] {
  const values = (cookieHeader ?? "").split(";").flatMap((pair) => {
    const at = pair.indexOf("=");
    return pair.slice(0, at).trim() === name(secure) ? pair.slice(at + 1).trim() : [];
  });
  return [...new Set(values)].filter((value) => value !== "");
}

const cookie = (value: string, secure: boolean, maxAgeSeconds: number) =>
  `${name(secure)}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;

/** Set-Cookie that signs a browser in. */
export const signInCookie = (token: string, secure: boolean): string =>
  cookie(token, secure, SESSION_MAX_MS / 1000);

/** Set-Cookie that signs it out. */
export const signOutCookie = (secure: boolean): string => cookie("", secure, 0);
