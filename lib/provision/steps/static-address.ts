import { fail } from "@/lib/core/result";
import { ask } from "@/lib/provision/fact";
import { type HostNetwork, hostNetwork } from "@/lib/provision/facts/host-network";
import { type Action, changeWithRestart, defineStep, inSync } from "@/lib/provision/step";
import { staticFiles } from "@/lib/render/network/static-files";
import type { StaticAddress } from "@/lib/schemas/host-settings";
import type { NetworkManager } from "@/lib/schemas/host-settings-now";
import { isIpv4 } from "@/lib/schemas/network";
import { trialActions } from "./trial-actions";

export interface StaticAddressInput {
  readonly hostName: string;
  /** Where the panel reaches it now. */
  readonly known: string;
  readonly wanted: StaticAddress;
}

/** For sentences. */
const CALLED: Readonly<Record<NetworkManager, string>> = {
  netplan: "netplan",
  networkmanager: "NetworkManager",
  networkd: "systemd-networkd",
  dhcpcd: "dhcpcd",
  ifupdown: "ifupdown",
};

/** Gives an interface its fixed address, through whatever rules it. On trial: kept once the panel reaches it there. */
export const staticAddressStep = defineStep({
  id: "host.address",
  typicalMs: 8_000,
  label: ({ wanted }: StaticAddressInput) => wanted.interface,
  title: ({ wanted }: StaticAddressInput) =>
    `Give ${wanted.interface} the fixed address ${wanted.address}`,
  why: () =>
    "It is on trial: the panel logs in anew at this address, and unless that works within 90 s the host brings the old one back by itself, also after a power cut.",
  needs: ({ wanted }: StaticAddressInput) => ({
    network: ask(hostNetwork, { interface: wanted.interface }),
  }),
  decide: ({ hostName, known, wanted }, { network }) => {
    const { manager } = network;
    const obstacle = obstacleOf(hostName, wanted, network);
    if (obstacle !== null || manager === null)
      return fail({
        code: "host.unsuitable",
        detail: obstacle ?? "",
        remedies: [`Choose another interface, or set the address on ${hostName} by hand.`],
      });
    const writes = writesOf(manager, wanted, network);
    if (writes.length === 0 && isLive(wanted, network))
      return inSync(`${wanted.address} by ${CALLED[manager]}, through ${wanted.gateway}`);
    const before = network.addresses.map(
      ({ cidr, dynamic }) => `${cidr}${dynamic ? " (leased)" : ""}`,
    );
    const [own = ""] = wanted.address.split("/");
    return changeWithRestart(
      `${wanted.interface} by ${CALLED[manager]}: ${before.join(", ") || "no address"} → ${wanted.address}`,
      [CALLED[manager]],
      ...trialActions({
        kind: manager,
        device: wanted.interface,
        writes,
        place: leadsHere(known, network) ? { address: own } : {},
        what: `${hostName} lets the panel in anew at ${leadsHere(known, network) ? own : known}`,
      }),
    );
  },
});

/** Whether the panel reaches the host through this interface: a name may lead anywhere, most likely to its way out. */
const leadsHere = (known: string, { addresses, gateway }: HostNetwork) =>
  isIpv4(known) ? addresses.some(({ cidr }) => cidr.split("/")[0] === known) : gateway !== null;

const isLive = ({ address, gateway }: StaticAddress, network: HostNetwork) =>
  network.gateway === gateway &&
  network.addresses.some(({ cidr, dynamic }) => cidr === address && !dynamic);

function obstacleOf(
  hostName: string,
  { interface: name }: StaticAddress,
  { exists, compound, manager, wireless }: HostNetwork,
): string | null {
  if (!exists) return `${hostName} has no interface ${name}.`;
  if (manager === null)
    return `Nothing that the panel knows rules ${name} of ${hostName}: neither netplan, NetworkManager, systemd-networkd, dhcpcd nor ifupdown.`;
  if (compound) return `${name} of ${hostName} is part of a bridge, bond or VLAN.`;
  if (wireless && (manager === "networkmanager" || manager === "netplan"))
    return `${name} of ${hostName} is a Wi-Fi interface: its password lies in the same file as its address.`;
  return null;
}

function writesOf(
  manager: NetworkManager,
  wanted: StaticAddress,
  { files }: HostNetwork,
): readonly Extract<Action, { kind: "write-file" }>[] {
  return staticFiles(manager, wanted, files)
    .filter(({ path, content }) => files.texts[path]?.text !== content)
    .map(({ path, content, mode }) => ({
      kind: "write-file" as const,
      previous: files.texts[path]?.text ?? null,
      file: { path, content, mode, owner: "root:root" },
    }));
}
