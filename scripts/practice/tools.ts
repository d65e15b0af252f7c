/**
 * Programs that this machine itself needs for the practice hosts and the browser tests. The one place that lists them.
 * On Debian, as root, missing ones are installed; elsewhere they are named.
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { run } from "@/scripts/bootstrap/child.mjs";
import { say, task } from "@/scripts/bootstrap/progress.mjs";
import { Stop } from "@/scripts/bootstrap/stop.mjs";

/** A program and where Debian has it. */
export interface Tool {
  /** Any of these names on PATH will do. */
  programs: readonly string[];
  /** Debian packages that bring it. */
  packages: readonly string[];
}

/** For lab/hosts and lab/k3s/build. Without Go, the latter fetches one itself, with pip. */
export const labTools: readonly Tool[] = [
  { programs: ["mmdebstrap"], packages: ["mmdebstrap"] },
  { programs: ["ip"], packages: ["iproute2"] },
  { programs: ["unshare"], packages: ["util-linux"] },
  { programs: ["setpriv"], packages: ["util-linux"] },
  { programs: ["sysctl"], packages: ["procps"] },
  { programs: ["ssh-keygen"], packages: ["openssh-client"] },
  { programs: ["python3"], packages: ["python3"] },
  { programs: ["gcc"], packages: ["gcc", "libc6-dev"] },
  { programs: ["go", "/usr/local/go/bin/go", "pip3"], packages: ["python3-pip"] },
];

/** For `npm run e2e`. CHROMIUM names another one. */
export const browserTools: readonly Tool[] = [
  { programs: [process.env.CHROMIUM ?? "chromium"], packages: ["chromium", "fonts-dejavu-core"] },
];

/** Whether a program can be run, by name or by path. */
export function hasProgram(program: string): boolean {
  if (program.includes("/")) return existsSync(program);
  const folders = [...(process.env.PATH ?? "").split(":"), "/usr/sbin", "/sbin"];
  return folders.some((folder) => existsSync(join(folder, program)));
}

/** The tools none of whose programs is there. */
export const missingTools = (tools: readonly Tool[]): Tool[] =>
  tools.filter(({ programs }) => !programs.some(hasProgram));

/** Why this machine cannot have practice hosts, in one clause, or undefined. */
export function whyNoLab(): string | undefined {
  if (process.platform !== "linux")
    return "practice hosts are made of Linux namespaces, and this is not Linux";
  if (process.getuid?.() !== 0) return "practice hosts need root";
  return undefined;
}

/** Installs what is missing, or stops and names it. */
export async function ensureTools(tools: readonly Tool[]): Promise<void> {
  const missing = missingTools(tools);
  const packages = [...new Set(missing.flatMap((tool) => tool.packages))];
  if (existsSync("/etc/debian_version")) {
    if (packages.length > 0)
      await task(`Installing ${packages.join(" ")}`, "up to 1 min", () => install(packages));
    else if (listsAgeMs() > DAY_MS) await task("Refreshing apt's lists", "", update);
  } else if (missing.length > 0) {
    const names = missing.map((tool) => tool.programs[0]).join(", ");
    throw new Stop(
      `The practice hosts need ${names}, and this machine is no Debian where they could be installed.`,
      "Install them with your distribution's package manager; lab/README.md says what else such a machine needs.",
    );
  }
}

const DAY_MS = 24 * 3600 * 1000;

/** Age of the newest package list; Infinity where there is none. The lab downloads from what they name. */
function listsAgeMs(): number {
  const folder = "/var/lib/apt/lists";
  const lists = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.includes("_Packages"))
    : [];
  if (lists.length === 0) return Infinity;
  const newest = Math.max(
    statSync(folder).mtimeMs,
    ...lists.map((name) => statSync(join(folder, name)).ctimeMs),
  );
  return Date.now() - newest;
}

async function install(packages: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const aptInstall = () =>
    run("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...packages], { env });
  if (listsAgeMs() > DAY_MS) await update();
  let result = await aptInstall();
  if (result.code !== 0) {
    await update(); // the lists may name versions that the mirror no longer has
    result = await aptInstall();
  }
  if (result.code === 0) return;
  throw new Stop(
    `apt-get could not install ${packages.join(" ")}.`,
    "Read its words above; `apt-get update` must work on this machine.",
    result.output,
  );
}

async function update(): Promise<void> {
  const { code, output } = await run("apt-get", ["update", "-q"]);
  if (code !== 0) say(output.trimEnd()); // what is there may still do
}
