// @ts-check
// Remembers from which sources something was made, so that it is made again only when they changed.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

const folder = join(root, "dist/stamps");
const IGNORED = /(^|\/)(generated|__golden__|testing)$|\.(test|spec)\.tsx?$/;

/** @param {string} path relative to the project @returns {string[]} files, in a stable order */
function filesIn(path) {
  if (IGNORED.test(path) || !existsSync(join(root, path))) return [];
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`));
}

/** A hash over names and contents. @param {string[]} paths files or folders, relative to the project; missing ones count as empty */
export function fingerprint(paths) {
  const hash = createHash("sha256").update(process.platform + process.arch);
  for (const file of paths.flatMap(filesIn))
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/**
 * Runs `make` unless `output` exists and was made from these very sources.
 * @param {{ name: string, sources: string[], output: string }} product
 * @param {() => Promise<void>} make
 */
export async function whenChanged({ name, sources, output }, make) {
  const stamp = join(folder, name);
  const now = fingerprint(sources); // before making: a file that changes meanwhile is seen next time
  const before = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
  if (before === now && existsSync(join(root, output))) return;
  await make();
  mkdirSync(folder, { recursive: true });
  writeFileSync(stamp, now);
}
