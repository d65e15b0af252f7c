/** The lab's k3s (lab/k3s): built when missing or changed, kept in the user's cache folder. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { k3sArtifacts } from "@/lab/lab";
import { run } from "@/scripts/bootstrap/child.mjs";
import { task } from "@/scripts/bootstrap/progress.mjs";
import { root } from "@/scripts/bootstrap/root.mjs";
import { Stop } from "@/scripts/bootstrap/stop.mjs";

/** Parts that lab/k3s/build announces, in its order. */
const PARTS = ["plugins", "containerd", "runc", "netfilter", "kubernetes", "images"];

/** Builds what is missing; answers the folder. About 4 s when nothing is. */
export async function ensureK3s(): Promise<string> {
  const { folder, binary, images } = k3sArtifacts;
  const cold = !existsSync(binary) || !existsSync(images);
  const what = cold ? "Building the lab's Kubernetes, once" : "Checking the lab's Kubernetes";
  await task(
    what,
    cold ? "8 to 13 min on 2 cores; Go's caches then hold about 9 GB" : "",
    async (note) => {
      const onLine = (line: string) => {
        const part = PARTS.indexOf(/^build: (\w+)/.exec(line)?.[1] ?? "");
        note(part < 0 ? line : `part ${part + 1} of ${PARTS.length}: ${PARTS[part]}`);
      };
      const { code, output } = await run(join(root, "lab/k3s/build"), [], {
        env: { ...process.env, K3SLAB_OUT: folder },
        onLine,
      });
      if (code !== 0)
        throw new Stop(
          "The lab's Kubernetes could not be built.",
          "Read the words above; Go's module proxy and apt's mirrors must be reachable. What was built is kept: run the same command again.",
          output,
        );
    },
  );
  return folder;
}

/** Builds the images that the app templates name, where they are missing; tests import them (lab/app-images.ts). */
export async function ensureAppImages(): Promise<void> {
  const { folder } = k3sArtifacts;
  const cold = !existsSync(join(folder, "apps/stamp"));
  const what = cold ? "Building images for the app templates, once" : "Checking the apps' images";
  await task(what, cold ? "under a minute" : "", async () => {
    const { code, output } = await run(join(root, "lab/k3s/app-images"), [folder]);
    if (code === 0) return;
    throw new Stop(
      "The images for the app templates could not be built.",
      "Read the words above; apt's mirrors must be reachable. Run the same command again.",
      output,
    );
  });
}
