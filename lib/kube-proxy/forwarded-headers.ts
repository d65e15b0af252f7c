/**
 * What of a client's request reaches the API. Whatever is not named here stays behind: credentials, cookies,
 * X-Remote-* and X-Forwarded-* (a front proxy's word about who asks), hop-by-hop headers.
 */
const REQUEST: ReadonlySet<string> = new Set([
  "accept",
  "accept-encoding",
  "content-encoding",
  "content-length",
  "content-type",
  "if-match",
  "if-modified-since",
  "if-none-match",
  "kubectl-command",
  "kubectl-session",
  "range",
  "user-agent",
]);

/** Beside those, where a connection is upgraded. Source: Kubernetes API concepts, SPDY and RFC 6455. */
const UPGRADE: ReadonlySet<string> = new Set([
  "connection",
  "sec-websocket-extensions",
  "sec-websocket-key",
  "sec-websocket-protocol",
  "sec-websocket-version",
  "upgrade",
  "x-stream-protocol-version",
]);

/** What of the API's answer reaches the client. Not Set-Cookie: a service behind it may be a tenant's. */
const ANSWER: ReadonlySet<string> = new Set([
  "audit-id",
  "cache-control",
  "content-encoding",
  "content-length",
  "content-range",
  "content-type",
  "date",
  "etag",
  "last-modified",
  "location",
  "retry-after",
  "vary",
  "warning",
  "x-kubernetes-pf-flowschema-uid",
  "x-kubernetes-pf-prioritylevel-uid",
]);

type Headers = Readonly<Record<string, string | string[] | undefined>>;
type Kept = Record<string, string | string[]>;

function keep(headers: Headers, isKept: (name: string) => boolean): Kept {
  const kept: Kept = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && isKept(name.toLowerCase())) kept[name] = value;
  return kept;
}

/** For a plain request. */
export const requestHeaders = (headers: Headers): Kept =>
  keep(headers, (name) => REQUEST.has(name));

/** For a request that upgrades; it has no body. */
export const upgradeHeaders = (headers: Headers): Kept =>
  keep(headers, (name) => (REQUEST.has(name) || UPGRADE.has(name)) && !name.startsWith("content-"));

/** For a plain answer. */
export const answerHeaders = (headers: Headers): Kept => keep(headers, (name) => ANSWER.has(name));

/** For the answer that switches protocols. */
export const switchHeaders = (headers: Headers): Kept =>
  keep(headers, (name) => UPGRADE.has(name) || name === "sec-websocket-accept");

/** The API takes a token as a WebSocket protocol, too. Source: Kubernetes, wsstream bearer token protocol. */
const TOKEN_PROTOCOL = "base64url.bearer.authorization.k8s.io";

/** The header with which a client tries to be somebody else, or null. */
export function foreignIdentity(headers: Headers): string | null {
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase();
    if (lower.startsWith("impersonate-")) return name;
    if (lower === "sec-websocket-protocol" && String(value).includes(TOKEN_PROTOCOL)) return name;
  }
  return null;
}
