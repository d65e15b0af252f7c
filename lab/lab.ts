/**
 * The practice hosts, for tests and benchmarks. Works where `npm test` put the caller (inside the lab's network) and
 * outside of it alike: only the network differs there, so power, cables and new hosts can be had from both.
 * Environment, set by scripts/: GANDALF_LAB (the `hosts` program), LAB_NAME, LAB_STATE, GANDALF_K3S.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** How a command on a practice host, or of the lab itself, ended. `code` 255 may also mean that the host is off. */
export interface LabResult {
  code: number;
  stdout: string;
  stderr: string;
}

/** The password of `pi` and `root` on every practice host. Source: lab/hosts, LAB_PASSWORD. */
export const LAB_PASSWORD = "raspberry";

/** The `hosts` program. */
export const labProgram = process.env.GANDALF_LAB ?? join(import.meta.dirname, "hosts");
const xdgState = process.env.XDG_STATE_HOME ?? join(homedir(), ".local/state");
const xdgCache = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
/** Where the practice hosts' base system, disks and key lie. */
export const labStateDir = process.env.LAB_STATE ?? join(xdgState, "gandalf-lab");
const k3sDir = process.env.GANDALF_K3S ?? join(xdgCache, "k3slab");

/** Path of the private key that `pi` and `root` accept on every practice host. */
export const labKeyPath = join(labStateDir, "id_ed25519");

/** What lab/k3s/build made: the k3s binary and its air-gap images. */
export const k3sArtifacts = {
  folder: k3sDir,
  binary: join(k3sDir, "k3s"),
  images: join(k3sDir, "k3s-airgap-images-amd64.tar"),
};

/** Name → first address of every host of this lab, on or off. Throws when the lab is not up. */
export function labHosts(): Record<string, string> {
  const file = join(labStateDir, "labs", process.env.LAB_NAME ?? "lab", "lab.json");
  const { hosts } = JSON.parse(readFileSync(file, "utf8")) as {
    hosts: Record<string, { ips: Record<string, string> }>;
  };
  return Object.fromEntries(
    Object.entries(hosts).map(([name, { ips }]) => [name, Object.values(ips)[0] ?? ""]),
  );
}

function lab(args: readonly string[], input = ""): Promise<LabResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(labProgram, args, { stdio: ["pipe", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.stdin.on("error", () => undefined); // a command that never reads its input is fine
    child.stdin.end(input);
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 255, stdout, stderr }));
  });
}

async function mustLab(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await lab(args);
  if (code !== 0) throw new Error(`lab ${args.join(" ")}: exit code ${code}\n${stdout}${stderr}`);
  return stdout;
}

/** Runs a line of shell as root in the host, without ssh. Whatever its exit code, it is returned. */
export const exec = (host: string, command: string, input = ""): Promise<LabResult> =>
  lab(["exec", host, "bash", "-c", command], input);

/** As `exec`, for a command that has to succeed; answers what it printed, trimmed. */
export const mustExec = async (host: string, command: string): Promise<string> =>
  (await mustLab("exec", host, "bash", "-c", command)).trim();

/** Cuts the power: every process of the hosts is gone when this resolves. */
export const stop = (...hosts: readonly string[]) => mustLab("stop", ...hosts);

/** Resolves when the host takes connections: its sshd writes its pid file a moment before it listens. */
const listens = (host: string) =>
  mustExec(
    host,
    "for i in $(seq 300); do ss -Hltn '( sport = :22 or sport = :2200 )' | grep -q . && exit 0; sleep 0.05; done; exit 1",
  );

/** Switches on; resolves when sshd answers. */
export async function start(...hosts: readonly string[]): Promise<void> {
  await mustLab("start", ...hosts);
  await Promise.all(hosts.map(listens));
}

/** Pulls the host's network cables. */
export const cut = (host: string) => mustLab("cut", host);

/** Plugs them in again. */
export const heal = (host: string) => mustLab("heal", host);

/** Makes a bare host at an address of the lab's network; resolves when sshd answers. */
export async function addHost(name: string, address: string): Promise<void> {
  await mustLab("host", "add", name, address);
  await listens(name);
}

/** A network, for hosts that stand in several. There once a host is in it. */
export const addNetwork = (name: string, cidr: string) => mustLab("net", "add", name, cidr);

/** A bare host in several networks: "dmz=192.168.3.1", and "gw=192.168.3.254" or "gw=none". */
export async function addHostIn(name: string, ...places: readonly string[]): Promise<void> {
  await mustLab("host", "add", name, ...places);
  await listens(name);
}

/** Destroys hosts and their disks. */
export const removeHost = (...names: readonly string[]) => mustLab("host", "rm", ...names);
