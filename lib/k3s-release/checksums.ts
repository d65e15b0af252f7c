/** "<64 hex>  <name>" lines, as sha256sum writes them; anything else is passed over. Name → SHA-256. */
export function parseChecksums(text: string): ReadonlyMap<string, string> {
  const lines = text.matchAll(/^([0-9a-f]{64})[ \t]+\*?(\S+)[ \t]*\r?$/gm);
  return new Map([...lines].map(([, sum = "", name = ""]) => [name, sum]));
}
