import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";

/** Older ones go. */
const KEEP_BACKUPS = 5;
const PATTERN = /^gandalf-\d{8}T\d{6}\d{3}Z\.db$/;

/** Whether SQLite finds the file sound: "ok", or its first complaint. */
export const quickCheck = (db: Sqlite.Database): string =>
  String(db.pragma("quick_check(1)", { simple: true }));

/**
 * Copies the database as it is now into the backups folder, opens the copy and checks it.
 * Answers the copy's path. Throws when there is no sound copy.
 */
export function backUp(db: Sqlite.Database, folder: string, now = new Date()): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `gandalf-${now.toISOString().replace(/[-:.]/g, "")}.db`);
  db.prepare("VACUUM INTO ?").run(file);
  const copy = new Sqlite(file, { readonly: true });
  try {
    const verdict = quickCheck(copy);
    if (verdict !== "ok") throw new Error(`the backup ${file} is not sound: ${verdict}`);
  } finally {
    copy.close();
  }
  const backups = readdirSync(folder)
    .filter((name) => PATTERN.test(name))
    .sort();
  for (const old of backups.slice(0, -KEEP_BACKUPS)) rmSync(join(folder, old));
  return file;
}
