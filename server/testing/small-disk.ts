import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whether this user may mount one. */
export const mayMount =
  process.platform === "linux" &&
  process.getuid?.() === 0 &&
  spawnSync("unshare", ["--mount", "true"]).status === 0;

/** A real file system of the given size in memory, and the function that takes it away. */
export function smallDisk(sizeKiB: number, options = ""): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "gandalf-disk-"));
  const mounted = spawnSync("mount", [
    "-t",
    "tmpfs",
    "-o",
    `size=${sizeKiB}k${options}`,
    "gandalf-test",
    folder,
  ]);
  if (mounted.status !== 0) throw new Error(String(mounted.stderr));
  return {
    folder,
    remove: () => {
      spawnSync("umount", ["--lazy", folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
