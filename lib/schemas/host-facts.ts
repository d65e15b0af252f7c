import { z } from "zod";
import { arch } from "./artifact";

/** What holds a file system. "sd" wears out and is slow to sync; "virtual" is a VM's disk. */
export const diskKind = z.enum(["sd", "emmc", "nvme", "ssd", "hdd", "virtual", "unknown"]);
export type DiskKind = z.infer<typeof diskKind>;

/** Kernel features that k3s needs. Source: k3s check-config and docs.k3s.io/installation/requirements. */
export const kernelFeature = z.enum([
  "overlay",
  "br_netfilter",
  "vxlan",
  "nf_conntrack",
  "iptable_nat",
  "veth",
]);

/** A socket that waits for connections. */
export const listeningPort = z.object({
  protocol: z.enum(["tcp", "udp"]),
  /** "0.0.0.0", "127.0.0.1", "[::]", "*" */
  address: z.string(),
  port: z.number().int(),
  program: z.string().nullable(),
});
export type ListeningPort = z.infer<typeof listeningPort>;

/** What a host is, read in one round trip. null = the host does not say. */
export const hostFacts = z.object({
  hostname: z.string(),
  os: z.object({ id: z.string(), versionId: z.string().nullable(), prettyName: z.string() }),
  kernel: z.string(),
  arch: z.object({
    /** `uname -m`: "x86_64", "aarch64", "armv7l". */
    kernel: z.string(),
    /** `dpkg --print-architecture`; differs from the kernel's on a 32-bit system under a 64-bit kernel. */
    userland: z.string().nullable(),
    /** Which k3s build runs here; null: none does. */
    k3s: arch.nullable(),
  }),
  /** "Raspberry Pi 4 Model B Rev 1.4" */
  model: z.string().nullable(),
  cpu: z.object({ count: z.number().int(), model: z.string().nullable() }),
  memoryBytes: z.number(),
  swapBytes: z.number(),
  disks: z.array(
    z.object({
      /** "mmcblk0" */
      name: z.string(),
      kind: diskKind,
      sizeBytes: z.number(),
      model: z.string().nullable(),
    }),
  ),
  /** What holds "/" and "/var/lib". */
  filesystems: z.array(
    z.object({
      path: z.string(),
      disk: z.string().nullable(),
      kind: diskKind,
      totalBytes: z.number(),
      freeBytes: z.number(),
    }),
  ),
  interfaces: z.array(
    z.object({
      name: z.string(),
      mac: z.string().nullable(),
      addresses: z.array(
        z.object({
          /** "192.168.1.220/24" */
          cidr: z.string(),
          /** Leased (DHCP), not fixed. */
          dynamic: z.boolean(),
        }),
      ),
    }),
  ),
  gateway: z.string().nullable(),
  /** Where the host saw the panel's connection come from. Missing in what was read before the panel asked for it. */
  panel: z.string().nullable().optional(),
  machineId: z.string().nullable(),
  serial: z.string().nullable(),
  bootId: z.string().nullable(),
  uptimeS: z.number(),
  /** Whether updates wait for a reboot. Missing in what was read before the panel asked for it. */
  reboot: z
    .object({
      /** A package asked for it. Source: Debian Policy 9.12, /run/reboot-required. */
      required: z.boolean(),
      /** A later kernel than the running one is installed: its release; null when none is. */
      newerKernel: z.string().nullable(),
    })
    .optional(),
  clock: z.object({
    /** Host minus panel, in ms; half a round trip exact. */
    skewMs: z.number(),
    synchronised: z.boolean().nullable(),
  }),
  cgroup: z.object({
    version: z.union([z.literal(1), z.literal(2)]).nullable(),
    controllers: z.array(z.string()),
  }),
  /** /proc/cmdline */
  cmdline: z.string(),
  kernelFeatures: z.partialRecord(kernelFeature, z.boolean()),
  listening: z.array(listeningPort),
  /** Versions; null = not installed. */
  installed: z.object({
    k3s: z.string().nullable(),
    /** The unit that runs it. */
    k3sRole: z.enum(["server", "agent"]).nullable(),
    haproxy: z.string().nullable(),
    mariadb: z.string().nullable(),
    docker: z.string().nullable(),
  }),
  systemd: z.boolean(),
  packageMirror: z.object({ url: z.string().nullable(), reachable: z.boolean().nullable() }),
});
export type HostFacts = z.infer<typeof hostFacts>;
