import type { PortRange, Protocol } from "@/lib/schemas/site-service";
import type { Family } from "./family";

const written = (range: PortRange): readonly string[] =>
  range.protocol === "icmp-echo"
    ? []
    : [range.first === range.last ? `${range.first}` : `${range.first}-${range.last}`];

const PROTOCOLS: readonly Protocol[] = ["tcp", "udp", "icmp-echo"];

/** One match per protocol of the service: "tcp dport { 22, 2200-2201 }", "ip protocol icmp icmp type echo-request". */
export const portMatches = (ports: readonly PortRange[], family: Family): readonly string[] =>
  PROTOCOLS.flatMap((protocol) => {
    const ranges = ports.filter((range) => range.protocol === protocol);
    if (ranges.length === 0) return [];
    if (protocol === "icmp-echo")
      return [family.version === 4 ? "icmp type echo-request" : "icmpv6 type echo-request"];
    return [`${protocol} dport { ${[...new Set(ranges.flatMap(written))].join(", ")} }`];
  });
