import { networkInterfaces } from "node:os";
import ipaddr from "ipaddr.js";
import { fail, ok, type Result } from "@/lib/core/result";
import { cidrOverlap } from "@/lib/schemas/network";
import type { FoundHost } from "@/lib/schemas/host";
import { inParallel } from "@/server/hosts/in-parallel";
import { probeHostKey } from "@/server/ssh/probe-host-key";

const AT_ONCE = 64;
/** A neighbour answers in milliseconds; this leaves time for ARP and a busy Pi. */
const TIMEOUT_MS = 1_500;

/** IPv4 networks this machine is part of, without loopback. */
export const ownNetworks = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal, cidr }) => family === "IPv4" && !internal && cidr !== null)
    .map(({ cidr }) => {
      const network = ipaddr.IPv4.networkAddressFromCIDR(cidr ?? "").toString();
      return `${network}/${(cidr ?? "").split("/")[1] ?? "32"}`;
    });

const prefixOf = (cidr: string) => Number(cidr.split("/")[1]);

/** Finds SSH servers in one of the panel's own networks. Nothing else is ever scanned. */
export async function scanNetwork(
  { cidr, port }: { readonly cidr: string; readonly port: number },
  own = ownNetworks(),
): Promise<Result<FoundHost[]>> {
  const inside = own.some((net) => prefixOf(net) <= prefixOf(cidr) && cidrOverlap(net, cidr));
  if (!inside) return fail(notOwn(cidr, own));
  const probes = await inParallel(addressesOf(cidr), AT_ONCE, async (address) => {
    const probed = await probeHostKey(address, port, TIMEOUT_MS);
    if (!probed.ok) return [];
    const { type, fingerprint, banner } = probed.value;
    return [{ address, port, banner, hostKeyType: type, fingerprint }];
  });
  return ok(probes.flat());
}

/** Every host address; without network and broadcast address where there are such. */
function addressesOf(cidr: string): string[] {
  const prefix = prefixOf(cidr);
  const first = toNumber(ipaddr.IPv4.networkAddressFromCIDR(cidr).octets);
  const count = 2 ** (32 - prefix);
  const all = Array.from({ length: count }, (_, at) => toText(first + at));
  return prefix >= 31 ? all : all.slice(1, -1);
}

const toNumber = (octets: readonly number[]) => octets.reduce((sum, octet) => sum * 256 + octet, 0);
const toText = (n: number) =>
  [24, 16, 8, 0].map((shift) => Math.floor(n / 2 ** shift) % 256).join(".");

function notOwn(cidr: string, own: readonly string[]) {
  const detail =
    own.length === 0
      ? `The panel is in no IPv4 network, so it cannot scan ${cidr}.`
      : `The panel is not in ${cidr}. It scans only its own: ${own.join(", ")}.`;
  return {
    code: "input.invalid" as const,
    detail,
    remedies: ["Choose one of the panel's own networks.", "Or add hosts by address."],
    fields: { cidr: detail },
  };
}
