import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import type { CommandOutput } from "@/lib/provision/host";
import type { Arch } from "@/lib/schemas/artifact";
import { kernelFeature, type HostFacts } from "@/lib/schemas/host-facts";
import { newerKernel } from "./newer-kernel";
import { parseDisks, parseFilesystems } from "./parse-disks";
import { parseGateway, parseInterfaces, parseListening } from "./parse-network";
import { lineAt, linesOf, splitSections, type Sections } from "./sections";

/** When the question left and when the answer was there, by the panel's clock. */
export interface Asked {
  readonly hostName: string;
  readonly sentMs: number;
  readonly receivedMs: number;
}

/** Reads the answer of `hostFactsCommand`. */
export function parseHostFacts(output: CommandOutput, asked: Asked): Result<HostFacts> {
  const sections = splitSections(output.stdout);
  const system = lineAt(linesOf(sections, "kernel"), 0);
  if (system !== null && system !== "Linux") return fail(notLinux(asked.hostName, system));
  if (!sections.has("end")) return fail(unreadable(asked.hostName, output));
  return ok({
    ...parseSystem(sections),
    ...parseHardware(sections),
    ...parseIdentity(linesOf(sections, "machine")),
    interfaces: parseInterfaces(linesOf(sections, "links"), linesOf(sections, "addresses")),
    gateway: parseGateway(linesOf(sections, "routes")),
    panel: lineAt(linesOf(sections, "panel"), 0),
    clock: parseClock(linesOf(sections, "clock"), asked),
    cgroup: parseCgroup(sections),
    reboot: parseReboot(sections),
    listening: parseListening(linesOf(sections, "listening")),
    installed: parseInstalled(linesOf(sections, "installed")),
    packageMirror: parseMirror(linesOf(sections, "mirror")),
  });
}

function parseSystem(sections: Sections) {
  const kernel = linesOf(sections, "kernel");
  return {
    hostname: lineAt(kernel, 3) ?? "",
    os: parseOs(linesOf(sections, "os")),
    kernel: lineAt(kernel, 1) ?? "",
    arch: parseArch(lineAt(kernel, 2) ?? "", linesOf(sections, "arch")),
    cmdline: linesOf(sections, "cmdline").join(" ").trim(),
    kernelFeatures: parseFeatures(linesOf(sections, "features")),
    systemd: lineAt(linesOf(sections, "init"), 0) === "systemd",
  };
}

function parseHardware(sections: Sections) {
  const disks = parseDisks(linesOf(sections, "disks"));
  return {
    model: parseModel(linesOf(sections, "model")),
    serial: lineAt(linesOf(sections, "serial"), 0),
    cpu: parseCpu(linesOf(sections, "cpu")),
    memoryBytes: parseMemory(sections, "MemTotal"),
    swapBytes: parseMemory(sections, "SwapTotal"),
    disks,
    filesystems: parseFilesystems(linesOf(sections, "filesystems"), disks),
  };
}

function parseReboot(sections: Sections): NonNullable<HostFacts["reboot"]> {
  const lines = linesOf(sections, "reboot");
  const installed = lines.flatMap((line) => /^kernel (\S+)$/.exec(line)?.[1] ?? []);
  const running = lineAt(linesOf(sections, "kernel"), 1) ?? "";
  return { required: lines.includes("required"), newerKernel: newerKernel(running, installed) };
}

const parseIdentity = (lines: readonly string[]) => ({
  machineId: lineAt(lines, 0),
  bootId: lineAt(lines, 1),
  uptimeS: Number(lineAt(lines, 2)) || 0,
});

function parseOs(lines: readonly string[]): HostFacts["os"] {
  const value = (key: string) => {
    const line = lines.find((text) => text.startsWith(`${key}=`));
    return line === undefined ? null : line.slice(key.length + 1).replaceAll(/^["']|["']$/g, "");
  };
  return {
    id: value("ID") ?? "unknown",
    versionId: value("VERSION_ID"),
    prettyName: value("PRETTY_NAME") ?? "unknown",
  };
}

/** Debian's names → the k3s builds. Source: k3s release file names. */
const K3S_BY_USERLAND: Readonly<Record<string, Arch>> = {
  amd64: "amd64",
  arm64: "arm64",
  armhf: "armhf",
};
/** Where there is no dpkg to ask. */
const K3S_BY_KERNEL: Readonly<Record<string, Arch>> = {
  x86_64: "amd64",
  aarch64: "arm64",
  armv7l: "armhf",
};

function parseArch(kernel: string, lines: readonly string[]): HostFacts["arch"] {
  const userland = lineAt(lines, 0);
  const k3s = userland === null ? K3S_BY_KERNEL[kernel] : K3S_BY_USERLAND[userland];
  return { kernel, userland, k3s: k3s ?? null };
}

/** DMI placeholders that say nothing. */
const NO_MODEL = /^(|to be filled by o\.e\.m\.|system product name|default string|none)$/i;

function parseModel(lines: readonly string[]): string | null {
  const [product, vendor] = lines.map((line) => line.trim()).filter((line) => !NO_MODEL.test(line));
  if (product === undefined) return null;
  return vendor === undefined || product.includes(vendor) ? product : `${vendor} ${product}`;
}

const parseCpu = (lines: readonly string[]): HostFacts["cpu"] => ({
  count: Number(lines[0]) || 1,
  model: lines[1]?.split(":")[1]?.trim() || null,
});

function parseMemory(sections: Sections, key: string): number {
  const line = linesOf(sections, "memory").find((text) => text.startsWith(`${key}:`));
  return (Number(/(\d+) kB/.exec(line ?? "")?.[1]) || 0) * 1024;
}

/** The host answered somewhere between sending and receiving: half of the way is the best guess. */
function parseClock(lines: readonly string[], { sentMs, receivedMs }: Asked): HostFacts["clock"] {
  const [, seconds, nanoseconds = "0"] = /^(\d{10})(\d{9})?/.exec(lineAt(lines, 0) ?? "") ?? [];
  const hostMs = Number(seconds) * 1000 + Number(nanoseconds) / 1e6;
  const sync = lineAt(lines, 1);
  const synchronised = sync === "yes" || sync === "no" ? sync === "yes" : null;
  if (seconds === undefined) return { skewMs: 0, synchronised };
  // Reading begins with the clock, so its answer is nearer to the question than to the end.
  const early = hostMs - sentMs;
  const late = hostMs - receivedMs;
  const skewMs = early > 0 && late < 0 ? 0 : Math.round(late >= 0 ? late : early);
  return { skewMs, synchronised };
}

/** Source: cgroups(7): the file system type of /sys/fs/cgroup tells the version. */
function parseCgroup(sections: Sections): HostFacts["cgroup"] {
  const [type, controllers] = linesOf(sections, "cgroup");
  if (type?.trim() === "cgroup2fs")
    return { version: 2, controllers: controllers?.trim().split(/\s+/).filter(Boolean) ?? [] };
  const enabled = linesOf(sections, "cgroups")
    .filter((line) => !line.startsWith("#"))
    .map((line) => line.split(/\s+/))
    .filter((columns) => columns[3] === "1")
    .map(([name = ""]) => name);
  return { version: enabled.length > 0 ? 1 : null, controllers: enabled };
}

function parseFeatures(lines: readonly string[]): HostFacts["kernelFeatures"] {
  const said = kernelFeature.options.filter(
    (feature) => lines.includes(`${feature} yes`) || lines.includes(`${feature} no`),
  );
  return Object.fromEntries(said.map((feature) => [feature, lines.includes(`${feature} yes`)]));
}

function unitRole(lines: readonly string[]): HostFacts["installed"]["k3sRole"] {
  if (lines.includes("unit k3s")) return "server";
  return lines.includes("unit k3s-agent") ? "agent" : null;
}

function parseInstalled(lines: readonly string[]): HostFacts["installed"] {
  const packaged = (...names: readonly string[]) =>
    lines
      .map((line) => line.split(" "))
      .find(([status, name = ""]) => status === "installed" && names.includes(name))?.[2] ?? null;
  const line = (start: string) => lines.find((text) => text.startsWith(start));
  return {
    k3s: /(v\d\S*)/.exec(line("k3s ") ?? "")?.[1] ?? null,
    k3sRole: unitRole(lines),
    haproxy: packaged("haproxy") ?? /(\d+\.\d\S*)/.exec(line("haproxy ") ?? "")?.[1] ?? null,
    mariadb: packaged("mariadb-server"),
    docker: packaged("docker-ce", "docker.io"),
  };
}

/** The address, and the exit code of asking it. */
function parseMirror(lines: readonly string[]): HostFacts["packageMirror"] {
  const exitCode = lineAt(lines, 1);
  return { url: lineAt(lines, 0), reachable: exitCode === null ? null : exitCode === "0" };
}

const notLinux = (hostName: string, system: string): Problem => ({
  code: "host.not-linux",
  detail: `${hostName} runs ${system}, not Linux.`,
  remedies: ["Choose a host with Debian, Ubuntu or Raspberry Pi OS."],
});

const unreadable = (hostName: string, output: CommandOutput): Problem => ({
  code: "fact.unreadable",
  detail: `${hostName} did not answer what the panel asked about it.`,
  remedies: ["Try again.", "Check that the host has a POSIX shell and its usual programs."],
  evidence: {
    command: "sh (facts)",
    exitCode: output.exitCode,
    tail: `${output.stdout}\n${output.stderr}`.trim().split("\n").slice(-5),
  },
});
