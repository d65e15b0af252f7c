/** Under which rules cookies travel between a browser and an app. */
export interface CookieRules {
  /** Of the opening. */
  readonly id: string;
  readonly secure: boolean;
  /** Whether the app has a host name of its own. Browsers send cookies to every port of a name. */
  readonly isolated: boolean;
}

/** Source: RFC 6265bis sections 4.1.3: what the browser itself promises about a cookie of such a name. */
const PREFIX = /^__(host-http|host|secure|http)-/i;

/** The panel's own, whatever an app may call its cookies. */
const isOurs = (name: string): boolean => /^gandalf(-open-.*)?$/i.test(name.replace(PREFIX, ""));

/** The cookie that lets a browser into an opening: of this origin's name alone, and of no other opening. */
export const openCookieName = ({ id, secure }: CookieRules): string =>
  `${secure ? "__Host-" : ""}gandalf-open-${id}`;

/** Set-Cookie that lets a browser in. Lax: links that lead to the app from elsewhere work, forms from elsewhere do not. */
export const openCookie = (rules: CookieRules, value: string): string =>
  `${openCookieName(rules)}=${value}; Path=/; HttpOnly; SameSite=Lax${rules.secure ? "; Secure" : ""}`;

type Pair = readonly [name: string, value: string];

const pairOf = (text: string): Pair => {
  const at = text.indexOf("=");
  return at < 0 ? ["", text.trim()] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
};

const pairsOf = (header: string): readonly Pair[] =>
  header
    .split(";")
    .map(pairOf)
    .filter(([name, value]) => name !== "" || value !== "");

/** Every value that a Cookie header has under the opening's name: another app may have added some. */
export const openCookieValues = (rules: CookieRules, header: string): readonly string[] =>
  pairsOf(header).flatMap(([name, value]) => (name === openCookieName(rules) ? [value] : []));

const spaceOf = ({ id }: CookieRules): string => `gandalf-in-${id}-`;

/**
 * On a shared name only these stay readable for scripts: whoever reads a token against forged requests
 * still lacks the session that it belongs to.
 */
const isForScripts = (name: string): boolean => /csrf|xsrf/i.test(name) && !isOurs(name);

/** The Cookie header an app gets: its own cookies under the names it gave them. Empty: none. */
export function cookiesForApp(rules: CookieRules, header: string): string {
  const space = spaceOf(rules);
  return pairsOf(header)
    .flatMap(([name, value]) => {
      if (name.startsWith(space)) return `${name.slice(space.length)}=${value}`;
      if (isOurs(name) || /^gandalf-in-/i.test(name)) return [];
      return rules.isolated || isForScripts(name) ? `${name}=${value}` : [];
    })
    .join("; ");
}

/** Attributes that may go on; Domain never does: a cookie of an app is for its own name alone. */
function attributesFor({ secure }: CookieRules, attributes: readonly string[]): string[] {
  const onlySecure = /^(secure|partitioned|samesite=none)$/i;
  return attributes
    .map((attribute) => attribute.trim().replace(/\s*=\s*/, "="))
    .filter((attribute) => attribute !== "" && !/^domain(=|$)/i.test(attribute))
    .filter((attribute) => secure || !onlySecure.test(attribute));
}

/**
 * An app's Set-Cookie as the browser gets it; null: not at all. Under a shared name it moves into a space of the
 * opening's own and out of the reach of scripts, so that no app reads or replaces another one's, or the panel's.
 */
export function cookieForBrowser(rules: CookieRules, line: string): string | null {
  const [first = "", ...rest] = line.split(";");
  const [name, value] = pairOf(first);
  if (name === "" || /[\u0000-\u0020\u007f]/.test(name)) return null;
  const attributes = attributesFor(rules, rest);
  const isPromise = PREFIX.test(name);
  const stays = rules.isolated
    ? !isOurs(name) && (rules.secure || !isPromise)
    : isForScripts(name) && !isPromise;
  if (stays) return [`${name}=${value}`, ...attributes].join("; ");
  const hidden = attributes.filter((attribute) => !/^httponly$/i.test(attribute));
  return [`${spaceOf(rules)}${name}=${value}`, ...hidden, "HttpOnly"].join("; ");
}
