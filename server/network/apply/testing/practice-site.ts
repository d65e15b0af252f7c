import { addHostIn, addNetwork, removeHost } from "@/lab/lab";

/** Two firewalls with a zone between them, as the first users have it. The panel (the lab, .254) stands in every network. */
export const PRACTICE = {
  wan: "198.18.5.0/24",
  dmz: "192.168.30.0/24",
  home: "192.168.10.0/24",
} as const;

const HOSTS = {
  fw1: ["s-wan=198.18.5.1", "s-dmz=192.168.30.1", "gw=none"],
  fw2: ["s-dmz=192.168.30.2", "s-home=192.168.10.1", "gw=192.168.30.1"],
  lb: ["s-dmz=192.168.30.210", "gw=192.168.30.1"],
  db: ["s-dmz=192.168.30.200", "gw=192.168.30.1"],
  pc: ["s-home=192.168.10.10", "gw=192.168.10.1"],
  outside: ["s-wan=198.18.5.10", "gw=none"],
} as const;

/** Names on the wire: prefixed, because other tests have an lb and a db too. */
export const practiceName = (name: keyof typeof HOSTS): string => `s-${name}`;
const NAMES = Object.keys(HOSTS) as (keyof typeof HOSTS)[];

/** Makes the networks and the bare hosts. */
export async function raisePracticeSite(): Promise<void> {
  for (const [name, cidr] of Object.entries(PRACTICE)) await addNetwork(`s-${name}`, cidr);
  await Promise.all(NAMES.map((name) => addHostIn(practiceName(name), ...HOSTS[name])));
}

/** Destroys the hosts. */
export const razePracticeSite = () => removeHost(...NAMES.map(practiceName));
