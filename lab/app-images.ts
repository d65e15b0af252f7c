/**
 * Images of the panel's app templates on practice hosts. No node has them from the start: importing 290 MB would slow
 * every other test. In a test: `await giveAppImages(["worker1", "worker2"], ["wordpress", "mariadb"])` before deploying
 * from the template; pods find `wordpress:6.8`, `mariadb:11.4`, `nginx:1.14.2` and `nginx:1.28` under the names the
 * templates write. How these differ from the official images: lab/k3s/README.md.
 */
import { spawn } from "node:child_process";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { k3sArtifacts, labProgram } from "./lab";

/** Which of them: "nginx" is both nginx:1.14.2 and nginx:1.28. */
export type AppImage = "nginx" | "wordpress" | "mariadb";

/**
 * Builds the archives where they are missing (under a minute, from Debian packages) and imports them into containerd of
 * hosts whose k3s runs. Hosts that have them already are told again, which changes nothing.
 */
export async function giveAppImages(
  hosts: readonly string[],
  images: readonly AppImage[],
): Promise<void> {
  const folder = (await run(join(import.meta.dirname, "k3s/app-images"), [k3sArtifacts.folder])).trim();
  for (const host of hosts)
    for (const image of images)
      await run(labProgram, ["exec", host, "k3s", "ctr", "images", "import", "-"], join(folder, `${image}.tar`));
}

/** Runs a program to its end, with a file as its input; answers what it printed. */
async function run(program: string, args: readonly string[], inputFile?: string): Promise<string> {
  const file = inputFile === undefined ? undefined : await open(inputFile);
  try {
    return await new Promise((resolve, reject) => {
      const child = spawn(program, args, { stdio: [file?.fd ?? "ignore", "pipe", "pipe"] });
      let stdout = "";
      let stderr = "";
      child.stdout?.setEncoding("utf8").on("data", (text: string) => (stdout += text));
      child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
      child.on("error", reject);
      child.on("close", (code) => {
        if (code === 0) return resolve(stdout);
        reject(new Error(`${program} ${args.join(" ")}: exit code ${code}\n${stdout}${stderr}`));
      });
    });
  } finally {
    await file?.close();
  }
}
