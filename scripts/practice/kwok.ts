/** Simulated nodes (lab/kwok): built when missing or changed, kept in the user's cache folder. */
import { join } from "node:path";
import { run } from "@/scripts/bootstrap/child.mjs";
import { task } from "@/scripts/bootstrap/progress.mjs";
import { root } from "@/scripts/bootstrap/root.mjs";
import { Stop } from "@/scripts/bootstrap/stop.mjs";

/** Builds it where it is missing; answers the program's path. Needs Go's module proxy once. */
export async function ensureKwok(): Promise<string> {
  return task("Checking KWOK", "the first time it is built: 3 to 6 min on 2 cores", async () => {
    const { code, output } = await run(join(root, "lab/kwok/build"), []);
    const folder = output.trim().split("\n").at(-1) ?? "";
    if (code === 0) return join(folder, "kwok");
    throw new Stop("KWOK could not be built.", "Go's module proxy must be reachable.", output);
  });
}
