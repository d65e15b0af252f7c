import type { Finding } from "@/lib/schemas/finding";
import { findingOf, type PreflightHost, type Words } from "./preflight-host";

type Pair = readonly [PreflightHost, PreflightHost];

const macs = ({ facts }: PreflightHost) =>
  facts.interfaces.map(({ mac }) => mac).filter((mac) => mac !== null);

const same = (a: string | null, b: string | null) => a !== null && a !== "" && a === b;

/** One machine under two addresses: its boot is the same boot. */
const isOneMachine = ([a, b]: Pair) => same(a.facts.bootId, b.facts.bootId);

const oneMachine = ([a, b]: Pair): Words => ({
  title: "Two hosts that are one",
  reason: `${a.name} (${a.address}) and ${b.name} (${b.address}) are the same machine.`,
  remedy: "Remove one of them from the inventory.",
});

interface Trait {
  readonly id: string;
  readonly severity: Finding["severity"];
  readonly shared: (pair: Pair) => boolean;
  readonly words: (pair: Pair) => Words;
}

/** Signs of a copied card or image, worst first. */
const CLONE_TRAITS: readonly Trait[] = [
  {
    id: "identity.mac",
    severity: "blocker",
    shared: ([a, b]) => macs(a).some((mac) => macs(b).includes(mac)),
    words: ([a, b]) => ({
      title: "Two hosts with one MAC address",
      reason: `${a.name} and ${b.name} have the same MAC address: switches send packets to only one of them.`,
      remedy: "Give one of the VMs a new MAC address.",
    }),
  },
  {
    id: "identity.host-key",
    severity: "warning",
    shared: ([a, b]) => same(a.hostKey, b.hostKey),
    words: ([a, b]) => ({
      title: "Two hosts with one SSH host key",
      reason: `${a.name} and ${b.name} show the same host key, as copies of one image do. Either can pass for the other.`,
      remedy: `On ${b.name}: sudo rm /etc/ssh/ssh_host_*; sudo ssh-keygen -A; sudo systemctl restart ssh. Then confirm its new key here.`,
    }),
  },
  {
    id: "identity.machine-id",
    severity: "warning",
    shared: ([a, b]) => same(a.facts.machineId, b.facts.machineId),
    words: ([a, b]) => ({
      title: "Two hosts with one machine id",
      reason: `${a.name} and ${b.name} have the same /etc/machine-id, as copies of one image do. DHCP may give both one address.`,
      remedy: `On ${b.name}: sudo rm /etc/machine-id; sudo systemd-machine-id-setup; then reboot.`,
    }),
  },
];

const hostNames = ([a, b]: Pair): Words => ({
  title: "Two hosts with one host name",
  reason: `${a.name} and ${b.name} both call themselves ${a.facts.hostname}. Nodes of a cluster are known by their names.`,
  remedy: "The panel gives each host its name from the inventory when the cluster is made.",
});

/** What pairs of hosts must not share. The finding is at the second of the pair, and names the first. */
export function identityFindings(hosts: readonly PreflightHost[]): Finding[] {
  const pairs = hosts.flatMap((b, at) => hosts.slice(0, at).map((a): Pair => [a, b]));
  return pairs.flatMap((pair) => {
    const [a, b] = pair;
    if (isOneMachine(pair))
      return [findingOf(b, ["blocker", "identity.same-machine"], oneMachine(pair))];
    const found = CLONE_TRAITS.filter(({ shared }) => shared(pair)).map(({ id, severity, words }) =>
      findingOf(b, [severity, id], words(pair)),
    );
    return same(a.facts.hostname, b.facts.hostname)
      ? [...found, findingOf(b, ["warning", "identity.host-name"], hostNames(pair))]
      : found;
  });
}
