/** One throw-away lab of six bare hosts, for one run of the tests or of the demo. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { k3sArtifacts, labStateDir } from "@/lab/lab";
import { run } from "@/scripts/bootstrap/child.mjs";
import { task } from "@/scripts/bootstrap/progress.mjs";
import { root } from "@/scripts/bootstrap/root.mjs";
import { Stop } from "@/scripts/bootstrap/stop.mjs";

/** The program that makes practice hosts. */
export const hostsProgram = join(root, "lab/hosts");

/** What a process needs to find this lab (see lab/lab.ts) and the k3s that the panel may offer. */
export const labEnv = (name: string) => ({
  GANDALF_LAB: hostsProgram,
  LAB_NAME: name,
  LAB_STATE: labStateDir,
  GANDALF_K3S: k3sArtifacts.folder,
  GANDALF_K3S_BUNDLE: k3sArtifacts.folder,
});

/** A name that says whose lab it is: lab name → the process that will remove it. */
export const labName = (purpose: "test" | "demo" | "bench") => `gandalf-${purpose}-${process.pid}`;

/** Switches on six bare hosts. Makes the base system first where it is missing. */
export async function raiseLab(name: string): Promise<void> {
  const cold = !existsSync(join(labStateDir, "base"));
  const what = cold
    ? "Making the practice hosts' base system and six hosts"
    : "Switching on six practice hosts";
  await task(what, cold ? "30 to 60 s the first time" : "about 3 s", async () => {
    const topology = join(root, "lab/test.topo");
    const { code, output } = await run(hostsProgram, ["up", topology], {
      env: { ...process.env, ...labEnv(name) },
    });
    if (code !== 0)
      throw new Stop(
        "The practice hosts did not come up.",
        "Read the words above; lab/README.md lists what a machine needs for them.",
        output,
      );
  });
}

/** Destroys the lab: hosts, disks, networks and whatever runs inside its network. Fine when there is none. */
export async function razeLab(name: string): Promise<void> {
  await run(hostsProgram, ["down"], { env: { ...process.env, ...labEnv(name) } });
}

/** Removes labs of runs that were killed before they could. */
export async function razeAbandonedLabs(): Promise<void> {
  const folder = join(labStateDir, "labs");
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names.filter(isAbandoned)) await razeLab(name);
}

function isAbandoned(name: string): boolean {
  const pid = /^gandalf-(?:test|demo|bench)-(\d+)$/.exec(name)?.[1];
  if (pid === undefined) return false; // a developer's own
  try {
    return !readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("main.ts"); // another process got the number
  } catch {
    return true;
  }
}
