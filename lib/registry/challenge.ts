/** Where a registry sends whoever has no token. Source: Distribution, "Token Authentication Specification". */
export interface BearerChallenge {
  readonly realm: string;
  readonly service: string | null;
}

/** `name="value"` pairs; a value has no quotes inside in this specification. */
const PAIR = /([a-zA-Z]+)="([^"]*)"/g;
const MAX_LENGTH = 4096;

/** Reads WWW-Authenticate; null when it asks for something else than a token. */
export function parseChallenge(header: string | undefined): BearerChallenge | null {
  if (header === undefined || header.length > MAX_LENGTH || !/^bearer\s/i.test(header)) return null;
  const found = new Map(
    [...header.matchAll(PAIR)].map(([, name = "", value = ""]) => [name.toLowerCase(), value]),
  );
  const realm = found.get("realm");
  if (realm === undefined || realm === "") return null;
  return { realm, service: found.get("service") ?? null };
}

/** The address that gives a token for reading one repository; null when the realm is no web address. */
export function tokenUrl({ realm, service }: BearerChallenge, repository: string): string | null {
  const url = URL.parse(realm);
  if (url === null) return null;
  if (service !== null) url.searchParams.set("service", service);
  url.searchParams.set("scope", `repository:${repository}:pull`);
  return url.href;
}
