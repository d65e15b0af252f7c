import ipaddr from "ipaddr.js";
import type { AdvisorHost } from "@/lib/advisor/advisor-host";
import type { DiskKind, HostFacts } from "@/lib/schemas/host-facts";
import type { HostRow } from "@/lib/schemas/host";

type Filesystem = HostFacts["filesystems"][number];

/** The disk that holds "/", or null when facts do not say. */
export const rootDisk = (facts: HostFacts | null): Filesystem | null =>
  facts?.filesystems.find((system) => system.path === "/") ?? null;

/** How full "/" is, from 0 to 1; null when it was not read. */
export function rootUsed(facts: HostFacts | null): number | null {
  const root = rootDisk(facts);
  return root && root.totalBytes > 0 ? 1 - root.freeBytes / root.totalBytes : null;
}

const ADVISOR_DISKS = {
  sd: "sd",
  emmc: "sd",
  nvme: "ssd",
  ssd: "ssd",
  virtual: "ssd",
  hdd: "hdd",
  unknown: "unknown",
} as const satisfies Record<DiskKind, AdvisorHost["disk"]>;

/** The facts that decide which role fits a host. The state lives under /var/lib. */
export function advisorHost(row: HostRow): AdvisorHost {
  const { facts } = row;
  const state = facts?.filesystems.find((system) => system.path === "/var/lib") ?? rootDisk(facts);
  return {
    id: row.id,
    name: row.name,
    address: row.address,
    memoryBytes: facts?.memoryBytes ?? null,
    disk: ADVISOR_DISKS[state?.kind ?? "unknown"],
    machineId: facts?.machineId ?? null,
  };
}

/** Which k3s build runs on a host; null: not read, or none does. */
export const archOf = (row: HostRow): string | null => row.facts?.arch.k3s ?? null;

/** Interfaces that clusters and containers make: they are not the host's own networks. */
const MADE_BY_CLUSTERS = /^(lo|cni|flannel|veth|docker|br-|kube|cali)/;

/** The IPv4 networks a host is part of, in CIDR form, without those that k3s itself made. */
export function networksOf(row: HostRow): string[] {
  const own = (row.facts?.interfaces ?? []).filter(({ name }) => !MADE_BY_CLUSTERS.test(name));
  const networks = own.flatMap(({ addresses }) =>
    addresses.flatMap(({ cidr }) => {
      if (!ipaddr.IPv4.isValidCIDR(cidr)) return [];
      const network = ipaddr.IPv4.networkAddressFromCIDR(cidr).toString();
      return [`${network}/${cidr.split("/")[1] ?? "32"}`];
    }),
  );
  return [...new Set(networks)];
}

/** "Raspberry Pi 4 Model B Rev 1.4" → "Pi 4B": short enough for a card. */
export function shortModel(model: string | null): string | null {
  const pi = /^Raspberry Pi (\d+|Zero \d?)\s*(?:Model )?([AB]\+?|W)?(\s*Plus)?/.exec(model ?? "");
  if (!pi) return model;
  const [, generation = "", letter = "", plus] = pi;
  return `Pi ${generation}${letter}${plus ? "+" : ""}`;
}

/** The last part of an IPv4 address, ".210", where the rest is the same for all; else all of it. */
export const shortAddress = (address: string): string =>
  ipaddr.IPv4.isValidFourPartDecimal(address) ? `.${address.split(".")[3] ?? ""}` : address;
