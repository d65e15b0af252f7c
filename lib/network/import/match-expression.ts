import ipaddr from "ipaddr.js";
import { z } from "zod";
import type { Packet } from "@/lib/network/decide";
import { isWithin } from "@/lib/network/place";
import type { Expression } from "./nft-json";

/** Whether a rule's expression holds for a new connection's first packet. */
export type Holds = "yes" | "no" | "unknown";

const match = z.object({ op: z.string(), left: z.unknown(), right: z.unknown() });
const payload = z.object({ payload: z.object({ protocol: z.string(), field: z.string() }) });
const meta = z.object({ meta: z.object({ key: z.string() }) });
const ct = z.object({ ct: z.object({ key: z.string() }) });

/** Says nothing about which packets it is for. */
const SILENT = ["counter", "log", "limit", "comment"];

/** Looks at one expression. What this does not understand is unknown: nothing is said about such rules. */
export function matchExpression(expression: Expression, packet: Packet): Holds {
  const [kind = ""] = Object.keys(expression);
  if (SILENT.includes(kind)) return kind === "limit" ? "unknown" : "yes";
  const parsed = match.safeParse(expression["match"]);
  if (!parsed.success) return "unknown";
  const { op, left, right } = parsed.data;
  const held = compare(left, right, packet);
  if (held === "unknown") return "unknown";
  if (op === "!=") return held === "yes" ? "no" : "yes";
  return ["==", "in"].includes(op) ? held : "unknown";
}

/** Whether what the packet has left is, or is among, what stands right. */
export function compare(left: unknown, right: unknown, packet: Packet): Holds {
  // What comes from another host never comes by the loopback.
  if (right === "lo") return "no";
  const value = valueOf(left, packet);
  if (value === null) return "unknown";
  return value === undefined ? "no" : holds(value, right);
}

type Value = string | number;

/** What the packet has there; undefined: nothing of the kind; null: not known. */
function valueOf(left: unknown, packet: Packet): Value | null | undefined {
  const field = payload.safeParse(left);
  if (field.success) return payloadOf(field.data.payload, packet);
  const isSix = packet.from.includes(":");
  const key = meta.safeParse(left).data?.meta.key;
  if (key === "l4proto") return protocolNumber(packet);
  if (key === "nfproto") return isSix ? "ipv6" : "ipv4";
  return ct.safeParse(left).data?.ct.key === "state" ? "new" : null;
}

function payloadOf(
  { protocol, field }: { readonly protocol: string; readonly field: string },
  packet: Packet,
): Value | null | undefined {
  if (protocol === "ip" || protocol === "ip6") {
    const isSix = packet.from.includes(":");
    return (protocol === "ip6") === isSix ? addressOf(field, packet) : undefined;
  }
  if (!["tcp", "udp", "th"].includes(protocol)) return null;
  if (packet.protocol === "icmp-echo") return undefined;
  if (protocol !== "th" && protocol !== packet.protocol) return undefined;
  return field === "dport" ? packet.port : null;
}

function addressOf(field: string, packet: Packet): Value | null {
  if (field === "saddr") return packet.from;
  if (field === "daddr") return packet.to;
  return field === "protocol" || field === "nexthdr" ? protocolNumber(packet) : null;
}

/** Source: IANA protocol numbers. nft lists some by name and some by number. */
const NUMBERS: Readonly<Record<string, number>> = { icmp: 1, tcp: 6, udp: 17, "ipv6-icmp": 58 };

function protocolNumber({ protocol, from }: Packet): number {
  if (protocol !== "icmp-echo") return protocol === "tcp" ? 6 : 17;
  return from.includes(":") ? 58 : 1;
}

const range = z.object({ range: z.tuple([z.unknown(), z.unknown()]) });
const prefix = z.object({ prefix: z.object({ addr: z.string(), len: z.number() }) });
const inSet = z.object({ set: z.array(z.unknown()) });

/** Whether the value is what stands right of the operator. */
function holds(value: Value, right: unknown): Holds {
  const elements = Array.isArray(right) ? right : inSet.safeParse(right).data?.set;
  if (elements !== undefined) return any(elements.map((each) => holds(value, each)));
  const net = prefix.safeParse(right).data?.prefix;
  if (net !== undefined) return inNetwork(value, `${net.addr}/${net.len}`);
  const ends = range.safeParse(right).data?.range;
  if (ends !== undefined) return inRange(value, ends);
  const isPlain = typeof right === "number" || (typeof right === "string" && right[0] !== "@");
  return isPlain ? yesIf(String(value) === String(NUMBERS[right] ?? right)) : "unknown";
}

const inNetwork = (value: Value, network: string): Holds =>
  typeof value === "string" && ipaddr.isValid(value) ? yesIf(isWithin(value, network)) : "unknown";

const inRange = (value: Value, [first, last]: readonly [unknown, unknown]): Holds =>
  typeof value === "number" && typeof first === "number" && typeof last === "number"
    ? yesIf(first <= value && value <= last)
    : "unknown";

const yesIf = (held: boolean): Holds => (held ? "yes" : "no");

/** Of several that are enough by one. */
const any = (all: readonly Holds[]): Holds => {
  if (all.includes("yes")) return "yes";
  return all.includes("unknown") ? "unknown" : "no";
};
