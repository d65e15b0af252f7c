type Headers = Readonly<Record<string, string | string[] | undefined>>;

interface Asked {
  readonly method: string;
  readonly headers: Headers;
  /** Of the app. */
  readonly origin: string;
}

/** Whether the browser itself says that the app's own page asks, or a person. Source: W3C Fetch Metadata. */
const isOwnSite = (site: unknown): boolean => site === "same-origin" || site === "none";

/** A link that somebody follows to the app from elsewhere. */
const isVisit = ({ method, headers }: Asked): boolean =>
  (method === "GET" || method === "HEAD") &&
  headers["sec-fetch-mode"] === "navigate" &&
  headers["sec-fetch-dest"] === "document";

/**
 * Whether another origin's page sends this, which may be another tenant's app on the next port: that counts as the
 * same site, so SameSite does not help. A link into the app is no harm.
 */
export function isForeignToApp(asked: Asked): boolean {
  const { headers, origin } = asked;
  const site = headers["sec-fetch-site"];
  if (headers.origin !== undefined && headers.origin !== origin) {
    // A page that sends no referrer has no name for itself either. Source: Fetch, "append a request Origin header".
    return !(headers.origin === "null" && site === "same-origin");
  }
  if (site === undefined || isOwnSite(site)) return false;
  return !isVisit(asked);
}

/** Sockets are opened by the app's own pages, which always say so. Source: RFC 6455 section 10.2. */
export const isForeignSocket = ({ headers, origin }: Omit<Asked, "method">): boolean =>
  headers.origin !== origin;
