import { cookieForBrowser, cookiesForApp, type CookieRules } from "./open-cookies";

/** Header names in small letters, each with all its values, as Node's `headersDistinct`. */
type HeaderLists = Readonly<Record<string, readonly string[] | undefined>>;
type Sent = Record<string, string | string[]>;

/** What both directions need to know. */
export interface OpenedAs extends CookieRules {
  /** "http://k3v9.localhost:4470" */
  readonly origin: string;
  /** The port the app believes in. */
  readonly appPort: number;
}

/** Source: RFC 9110 section 7.6.1, RFC 9112; `expect` is answered here. */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  ...["connection", "keep-alive", "proxy-connection", "proxy-authenticate", "proxy-authorization"],
  ...["te", "trailer", "transfer-encoding", "upgrade", "expect", "http2-settings"],
]);

/** What a connection's own headers name besides. */
const namedHops = (headers: HeaderLists): ReadonlySet<string> =>
  new Set((headers.connection ?? []).flatMap((line) => line.toLowerCase().split(/\s*,\s*/)));

/** Written here and nowhere else: an app believes them. */
const isSaidByPanel = (name: string): boolean =>
  /^(forwarded|x-forwarded-.*|x-real-ip|x-original-.*|x-gandalf-.*|true-client-ip|via)$/.test(name);

function carried(headers: HeaderLists, isLeft: (name: string) => boolean): Sent {
  const hops = namedHops(headers);
  const sent: Sent = {};
  for (const [name, values = []] of Object.entries(headers)) {
    if (HOP_BY_HOP.has(name) || hops.has(name) || isLeft(name)) continue;
    const [only = ""] = values;
    sent[name] = values.length === 1 ? only : [...values];
  }
  return sent;
}

/** A browser's headers as the app gets them. The Host stays, so that its links and redirects lead back here. */
export function headersForApp(opened: OpenedAs, headers: HeaderLists, address: string): Sent {
  const { host, protocol, port } = new URL(opened.origin);
  const scheme = protocol.slice(0, -1);
  const sent = carried(headers, (name) => name === "cookie" || isSaidByPanel(name));
  const cookie = cookiesForApp(opened, (headers.cookie ?? []).join("; "));
  return {
    ...sent,
    host,
    "x-forwarded-for": address,
    "x-forwarded-host": host,
    "x-forwarded-port": port || (scheme === "https" ? "443" : "80"),
    "x-forwarded-proto": scheme,
    ...(cookie === "" ? {} : { cookie }),
  };
}

/**
 * They speak for a whole host name, so the panel and other apps would be meant too: clearing cookies, insisting on
 * TLS, moving to another server, reporting errors elsewhere.
 */
const OF_THE_HOST: ReadonlySet<string> = new Set([
  ...["alt-svc", "clear-site-data", "expect-ct", "nel", "public-key-pins", "report-to"],
  ...["service-worker-allowed", "set-cookie", "strict-transport-security"],
]);

/** Other origins neither embed the app nor load parts of it. */
const KEPT_APART = {
  "cross-origin-resource-policy": "same-origin",
} as const;
const NO_FRAMES = "frame-ancestors 'self'";

/** An app's headers as the browser gets them. */
export function headersForBrowser(opened: OpenedAs, headers: HeaderLists): Sent {
  const sent = carried(headers, (name) => OF_THE_HOST.has(name));
  const cookies = (headers["set-cookie"] ?? []).flatMap(
    (line) => cookieForBrowser(opened, line) ?? [],
  );
  const [location] = headers.location ?? [];
  // What a cache keeps for one opening must not be shown in the next one on the same port.
  const vary = [...(headers.vary ?? []), ...(opened.isolated ? [] : ["Cookie"])];
  return {
    ...sent,
    ...KEPT_APART,
    "content-security-policy": [...(headers["content-security-policy"] ?? []), NO_FRAMES],
    ...(vary.length > 0 ? { vary: vary.join(", ") } : {}),
    ...(cookies.length > 0 ? { "set-cookie": cookies } : {}),
    ...(location === undefined ? {} : { location: locationForBrowser(opened, location) }),
  };
}

/**
 * An app that builds a redirect from its own port ("http://name/dir/" of nginx for "/dir") means itself.
 * Source: nginx, port_in_redirect.
 */
function locationForBrowser({ origin, appPort }: OpenedAs, location: string): string {
  const own = new URL(origin);
  const target = URL.parse(location);
  if (target === null || target.hostname !== own.hostname) return location;
  const isOwn = target.port === "" || target.port === String(appPort);
  return isOwn ? `${origin}${target.pathname}${target.search}${target.hash}` : location;
}
