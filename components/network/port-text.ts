import type { PortRange } from "@/lib/schemas/site-service";

/** "80/tcp, 30000-32767/udp, ping": ports as people write them. */
export const portText = (ports: readonly PortRange[]): string =>
  ports
    .map((range) => {
      if (range.protocol === "icmp-echo") return "ping";
      const { first, last, protocol } = range;
      return `${first === last ? first : `${first}-${last}`}/${protocol}`;
    })
    .join(", ");

/** The same back; the words that are no ports are answered apart. No protocol means TCP. */
export function readPorts(text: string): {
  readonly ports: readonly PortRange[];
  readonly wrong: readonly string[];
} {
  const words = text
    .split(/[\s,;]+/)
    .map((word) => word.toLowerCase())
    .filter((word) => word !== "");
  const read = words.map((word) => ({ word, range: readRange(word) }));
  return {
    ports: read.flatMap(({ range }) => range ?? []),
    wrong: read.filter(({ range }) => range === null).map(({ word }) => word),
  };
}

function readRange(word: string): PortRange | null {
  if (word === "ping") return { protocol: "icmp-echo" };
  const [, first, last = first, protocol = "tcp"] =
    /^(\d{1,5})(?:[-–](\d{1,5}))?(?:\/(tcp|udp))?$/.exec(word) ?? [];
  if (first === undefined || (protocol !== "tcp" && protocol !== "udp")) return null;
  return { protocol, first: Number(first), last: Number(last) };
}
