import type { HostFacts } from "@/lib/schemas/host-facts";
import { findingOf, runsK3s, type HostRule } from "./preflight-host";

/** Oldest releases the panel was made for. Their package names, systemd and kernel suit. */
const SUPPORTED: Readonly<Record<string, number>> = { debian: 11, raspbian: 11, ubuntu: 20.04 };

const supported = ({ id, versionId }: HostFacts["os"]): boolean => {
  const oldest = SUPPORTED[id];
  // Debian testing has no VERSION_ID.
  return oldest !== undefined && (versionId === null || Number(versionId) >= oldest);
};

const operatingSystem: HostRule = (host) => {
  const { os, arch } = host.facts;
  if (supported(os)) return [];
  return [
    findingOf(host, [arch.userland === null ? "blocker" : "warning", "os.unsupported"], {
      title: "Operating system not supported",
      reason: `${host.name} runs ${os.prettyName}; the panel installs packages with apt and was made for Debian, Ubuntu and Raspberry Pi OS.`,
      remedy: "Install Debian 12 or later, Ubuntu 22.04 or later, or Raspberry Pi OS (64-bit).",
    }),
  ];
};

const systemd: HostRule = (host) =>
  host.facts.systemd
    ? []
    : [
        findingOf(host, ["blocker", "init.not-systemd"], {
          title: "No systemd",
          reason: `${host.name} was not started by systemd, which runs k3s and every other service here.`,
          remedy: "Install an operating system with systemd, such as Debian or Raspberry Pi OS.",
        }),
      ];

const architecture: HostRule = (host) => {
  const { kernel, userland, k3s } = host.facts.arch;
  if (k3s === null && runsK3s(host))
    return [
      findingOf(host, ["blocker", "arch.no-k3s"], {
        title: "No k3s for this architecture",
        reason: `${host.name} is ${userland ?? kernel}; k3s is built for amd64, arm64 and armhf.`,
        remedy: "Use another host, or a 64-bit operating system on this one.",
      }),
    ];
  if (kernel !== "aarch64" || userland !== "armhf") return [];
  return [
    findingOf(host, [runsK3s(host) ? "blocker" : "note", "arch.userland-32-bit"], {
      title: "32-bit system on a 64-bit processor",
      reason: `${host.name} has a 64-bit kernel (${kernel}) but a 32-bit system (${userland}): many images have no 32-bit build, and tools disagree about which to fetch.`,
      remedy: "Write Raspberry Pi OS (64-bit) to its card.",
    }),
  ];
};

const memoryCgroup: HostRule = (host) => {
  if (!runsK3s(host) || host.facts.cgroup.controllers.includes("memory")) return [];
  const pi = host.facts.model?.startsWith("Raspberry Pi") === true;
  return [
    findingOf(host, ["blocker", "cgroup.no-memory"], {
      title: "No memory cgroup",
      reason: `The kernel of ${host.name} does not account memory by group; the kubelet refuses to start without.`,
      remedy: pi
        ? "Append to the one line of /boot/firmware/cmdline.txt (/boot/cmdline.txt on older systems): cgroup_enable=cpuset cgroup_enable=memory cgroup_memory=1. Then reboot."
        : "Add cgroup_enable=memory to the kernel's command line (GRUB_CMDLINE_LINUX, then update-grub) and reboot.",
    }),
  ];
};

const kernelFeatures: HostRule = (host) => {
  const missing = Object.entries(host.facts.kernelFeatures)
    .filter(([, there]) => there === false)
    .map(([feature]) => feature);
  if (!runsK3s(host) || missing.length === 0) return [];
  const ubuntu = host.facts.os.id === "ubuntu";
  return [
    findingOf(host, ["blocker", "kernel.feature-missing"], {
      title: `Kernel without ${missing.join(", ")}`,
      reason: `Pods' networks and images need ${missing.join(", ")}; the kernel of ${host.name} (${host.facts.kernel}) has no such module.`,
      remedy: ubuntu
        ? "Install it: sudo apt-get install linux-modules-extra-raspi (on a Pi) or linux-modules-extra-$(uname -r). Then reboot."
        : "Install the distribution's full kernel, then reboot.",
    }),
  ];
};

/** TLS and tokens tolerate little; more than this and certificates are "not yet valid". */
const SKEW_LIMIT_MS = 30_000;

const clock: HostRule = (host) => {
  const { skewMs, synchronised } = host.facts.clock;
  if (Math.abs(skewMs) > SKEW_LIMIT_MS)
    return [
      findingOf(host, ["warning", "clock.skew"], {
        title: "Clock is off",
        reason: `The clock of ${host.name} is ${Math.round(Math.abs(skewMs) / 1000)} s ${skewMs > 0 ? "ahead of" : "behind"} the panel's. Certificates are refused when clocks differ.`,
        remedy:
          "Let it synchronise: sudo timedatectl set-ntp true; check that UDP port 123 is open.",
      }),
    ];
  if (synchronised !== false) return [];
  return [
    findingOf(host, ["note", "clock.not-synchronised"], {
      title: "Clock not synchronised",
      reason: `${host.name} has no confirmed time source. A Pi has no clock battery: after a power cut it starts in the past.`,
      remedy: "The panel installs time synchronisation; check that UDP port 123 is open.",
    }),
  ];
};

const mirror: HostRule = (host) => {
  const { packageMirror, installed } = host.facts;
  if (packageMirror.reachable !== false) return [];
  const needs =
    (host.role === "load-balancer" && installed.haproxy === null) ||
    (host.role === "datastore" && installed.mariadb === null);
  return [
    findingOf(host, [needs ? "blocker" : "warning", "mirror.unreachable"], {
      title: "Package mirror not reachable",
      reason: `${host.name} could not read ${packageMirror.url ?? "its package mirror"} within 3 s${needs ? ", and its role needs packages that are not installed" : ""}.`,
      remedy:
        "Check the host's gateway, name servers and /etc/apt/sources.list; try: sudo apt-get update.",
    }),
  ];
};

const reboot: HostRule = (host) => {
  const { reboot: wanted, kernel } = host.facts;
  if (wanted === undefined || (!wanted.required && wanted.newerKernel === null)) return [];
  const newer =
    wanted.newerKernel === null
      ? "An installed update takes effect with the next boot"
      : `Kernel ${wanted.newerKernel} is installed, ${kernel} still runs`;
  return [
    findingOf(host, ["note", "reboot.needed"], {
      title: "Reboot needed",
      reason: `${newer}.`,
      remedy: `Reboot ${host.name} from its menu: its pods move away first.`,
    }),
  ];
};

/** Rules about the operating system. */
export const SYSTEM_RULES: readonly HostRule[] = [
  operatingSystem,
  systemd,
  architecture,
  memoryCgroup,
  kernelFeatures,
  clock,
  mirror,
  reboot,
];
