/** Where an app will be shown. */
export interface OpeningAddress {
  /** As browsers write it: "http://k3v9.localhost:4470". */
  readonly origin: string;
  /** Of the Host header. */
  readonly host: string;
  readonly secure: boolean;
  /** Nothing else ever has this host name: neither the panel nor another app shares its cookies. */
  readonly isolated: boolean;
}

interface Wish {
  /** GANDALF_OPEN_URL, or null. */
  readonly template: string | null;
  /** How the browser reached the panel. */
  readonly panel: URL;
  readonly id: string;
  readonly port: number;
}

/** Source: RFC 6761 section 6.3: these names lead to the browser's own machine. */
const isLoopback = (hostname: string): boolean =>
  /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

/**
 * On the browser's own machine every app gets a name of its own, since every name under .localhost leads there.
 * Elsewhere only a port tells apps apart, unless the settings say which names lead to the panel.
 */
function templateFor({ template, panel: { protocol, hostname } }: Wish): string {
  if (template !== null) return template;
  return protocol === "http:" && isLoopback(hostname)
    ? "http://{id}.localhost:{port}"
    : `${protocol}//${hostname}:{port}`;
}

/** The address of an app that listens on that port of the panel's machine. */
export function openingAddress(wish: Wish): OpeningAddress {
  const text = templateFor(wish);
  const url = new URL(fillTemplate(text, wish));
  const { origin, host, protocol } = url;
  return { origin, host, secure: protocol === "https:", isolated: hasOwnName(text) };
}

/** Whether a template gives each app a name of its own; such apps can share one port. */
const hasOwnName = (template: string): boolean =>
  (template.split("/")[2] ?? "").split(":")[0]?.includes("{id}") === true;

/** Whether apps opened from there can share one port. */
export const sharesPort = (wish: Pick<Wish, "template" | "panel">): boolean =>
  hasOwnName(templateFor({ ...wish, id: "", port: 0 }));

const fillTemplate = (text: string, { id, port }: Pick<Wish, "id" | "port">): string =>
  text.replace("{id}", id).replace("{port}", String(port));

/** What GANDALF_OPEN_URL may be: an origin that differs from app to app. */
export function isOpenTemplate(text: string): boolean {
  const url = URL.parse(fillTemplate(text, { id: "a", port: 4470 }));
  const isOrigin = url !== null && /^https?:$/.test(url.protocol) && url.pathname === "/";
  return isOrigin && url.search === "" && url.username === "" && /\{(id|port)\}/.test(text);
}
