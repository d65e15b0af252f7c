/** What the client last did about one name. Times are ms since 1970; null: never, or not said. */
export interface DdnsRecord {
  /** As the client knows it: without ".duckdns.org" for DuckDNS. */
  readonly host: string;
  /** The provider's last word: "good", "badauth", "nohost", "abuse" … "" before the first. */
  readonly word: string;
  /** The address that the provider took last. */
  readonly address: string | null;
  readonly updatedAtMs: number | null;
  /** Of the last attempt that failed. */
  readonly triedAtMs: number | null;
  /** The provider asked to be left alone until then. */
  readonly waitUntilMs: number | null;
}

/**
 * /var/cache/ddclient/ddclient.cache: one line a name, "atime=0,ip=203.0.113.7,status=good gandalf9.ddns.net".
 * Source: ddclient 3.10, write_cache; 3.11 and later say "ipv4" and "status-ipv4".
 */
export function readCache(text: string): readonly DdnsRecord[] {
  return text.split("\n").flatMap((line) => {
    const end = line.lastIndexOf(" ");
    if (line.startsWith("#") || end < 1) return [];
    const said = new Map(
      line
        .slice(0, end)
        .split(",")
        .map((pair) => {
          const at = pair.indexOf("=");
          return [pair.slice(0, at), pair.slice(at + 1)] as const;
        }),
    );
    const first = (...keys: readonly string[]) =>
      keys.map((key) => said.get(key) ?? "").find((value) => value !== "") ?? "";
    return [
      {
        host: line.slice(end + 1),
        word: wordOf(["status", "status-ipv4", "status-ipv6"].map((key) => said.get(key) ?? "")),
        address: first("ipv4", "ip", "ipv6") || null,
        updatedAtMs: timeOf(first("mtime")),
        triedAtMs: timeOf(first("atime")),
        waitUntilMs: timeOf(first("wtime")),
      },
    ];
  });
}

/** Each attempt begins as "noconnect" in all of them; only the one that was asked for says more. */
const wordOf = (words: readonly string[]): string =>
  words.find((word) => word !== "" && word !== "noconnect") ?? words.find(Boolean) ?? "";

function timeOf(seconds: string): number | null {
  const value = Number(seconds);
  return Number.isFinite(value) && value > 0 ? value * 1000 : null;
}
