import type { Role } from "@/lib/schemas/role";
import { findingOf, memoryText, type HostRule } from "./preflight-host";

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

interface Need {
  /** Below this it does not work. */
  readonly leastBytes: number;
  /** Below this there is no room to spare. */
  readonly goodBytes: number;
  readonly because: string;
}

/**
 * Memory by role. A "2 GB" machine shows 1.8–1.9 GiB: firmware and kernel keep the rest.
 * Source: docs.k3s.io, resource profiling: server with SQL 1,588 MB on a Pi 4, agent 268 MB; requirements: 2 GB.
 */
const MEMORY: Readonly<Record<Role, Need>> = {
  server: {
    leastBytes: 1.75 * GIB,
    goodBytes: 2.5 * GIB,
    because:
      "a k3s server with an SQL datastore needs 1.6 GiB for itself and restarts again and again with less",
  },
  agent: {
    leastBytes: 0.45 * GIB,
    goodBytes: 0.9 * GIB,
    because: "a k3s agent needs 0.3 GiB for itself before the first pod",
  },
  datastore: {
    leastBytes: 0.35 * GIB,
    goodBytes: 0.7 * GIB,
    because: "MariaDB needs 0.2 GiB and a cache for the cluster's state",
  },
  "load-balancer": {
    leastBytes: 0.12 * GIB,
    goodBytes: 0.2 * GIB,
    because: "HAProxy and the system need that much",
  },
};

const ROLE_NAMES = {
  server: "a server",
  agent: "an agent",
  datastore: "the datastore",
  "load-balancer": "the load balancer",
} as const satisfies Record<Role, string>;

const memory: HostRule = (host) => {
  if (host.role === null) return [];
  const { leastBytes, goodBytes, because } = MEMORY[host.role];
  const { memoryBytes } = host.facts;
  if (memoryBytes >= goodBytes || memoryBytes === 0) return [];
  const short = memoryBytes < leastBytes;
  return [
    findingOf(host, short ? ["blocker", "memory.low"] : ["warning", "memory.tight"], {
      title: short
        ? `Too little memory for ${ROLE_NAMES[host.role]}`
        : `Little memory for ${ROLE_NAMES[host.role]}`,
      reason: `${host.name} has ${memoryText(memoryBytes)}; ${because}.`,
      remedy:
        host.role === "server"
          ? "Give this role to a host with 4 GB, or make this one an agent."
          : "Give this role to a host with more memory.",
    }),
  ];
};

/** Source: docs.k3s.io/installation/requirements: 2 cores for a server. */
const cores: HostRule = (host) =>
  host.role !== "server" || host.facts.cpu.count >= 2
    ? []
    : [
        findingOf(host, ["warning", "cpu.few"], {
          title: "One core for a server",
          reason: `${host.name} has one core; k3s asks for two on a server.`,
          remedy: "Give the VM a second core, or choose another host.",
        }),
      ];

/** What a role writes under /var/lib in its first weeks: images, database, logs. */
const SPACE: Readonly<Record<Role, { leastBytes: number; goodBytes: number }>> = {
  server: { leastBytes: 2 * GIB, goodBytes: 6 * GIB },
  agent: { leastBytes: 2 * GIB, goodBytes: 8 * GIB },
  datastore: { leastBytes: 1 * GIB, goodBytes: 4 * GIB },
  "load-balancer": { leastBytes: 300 * MIB, goodBytes: 500 * MIB },
};

const space: HostRule = (host) => {
  const disk = host.facts.filesystems.find(({ path }) => path === "/var/lib");
  if (disk === undefined || host.role === null) return [];
  const { leastBytes, goodBytes } = SPACE[host.role];
  if (disk.freeBytes >= goodBytes) return [];
  return [
    findingOf(host, [disk.freeBytes < leastBytes ? "blocker" : "warning", "disk.space"], {
      title: "Little free space",
      reason: `${memoryText(disk.freeBytes)} are free under /var/lib on ${host.name}; ${ROLE_NAMES[host.role]} wants ${memoryText(goodBytes)}.`,
      remedy: "Free space (sudo apt-get clean, old logs and images) or use a larger disk.",
    }),
  ];
};

/** Source: k3s issues 11313, 5042, 1850: SD cards are slow to sync and wear out under a datastore. */
const sdCard: HostRule = (host) => {
  const disk = host.facts.filesystems.find(({ path }) => path === "/var/lib");
  if (disk?.kind !== "sd" || (host.role !== "datastore" && host.role !== "server")) return [];
  const datastore = host.role === "datastore";
  return [
    findingOf(host, [datastore ? "warning" : "note", "disk.sd-card"], {
      title: "SD card",
      reason: datastore
        ? `The database of ${host.name} would lie on an SD card: every change of the cluster is a sync, cards are slow at it and wear out.`
        : `/var/lib of ${host.name} is on an SD card: images and logs wear it out.`,
      remedy: datastore
        ? "Put the datastore on a host with an SSD, or boot this one from a USB SSD."
        : "Boot from a USB SSD when you can.",
    }),
  ];
};

/** Rules about memory, processor and disks. */
export const CAPACITY_RULES: readonly HostRule[] = [memory, cores, space, sdCard];
