import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder and those above it, for the panel's own user. Throws what the kernel says. One level at
 * a time: Node's recursive mkdir never returns where a parent exists that takes no folders (/proc).
 */
export function makeFolder(folder: string): void {
  const above = dirname(folder);
  if (above !== folder && !existsSync(above)) makeFolder(above);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === "EEXIST";
    if (!exists || !statSync(folder).isDirectory()) throw error;
  }
}
