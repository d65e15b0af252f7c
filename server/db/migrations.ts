import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type Sqlite from "better-sqlite3";

/** The same table that Prisma's command line keeps, so that both know what was applied. */
const HISTORY = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
);`;

export interface Migration {
  /** "<time>_<verb_noun>"; they sort in order. */
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** All migrations this version knows, oldest first. */
export const readMigrations = (folder: string): readonly Migration[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** Name → checksum of what the database has. Empty for a new one. */
export function appliedMigrations(db: Sqlite.Database): ReadonlyMap<string, string> {
  db.exec(HISTORY);
  const rows = db
    .prepare<[], { name: string; checksum: string }>(
      `SELECT migration_name AS name, checksum FROM _prisma_migrations
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    )
    .all();
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

const prismaTime = () => new Date().toISOString().replace("Z", "+00:00");

/** Applies one migration in one transaction. Throws, and changes nothing, when it does not fit. */
export function applyMigration(db: Sqlite.Database, { name, sql, checksum }: Migration): void {
  const startedAt = prismaTime();
  // Rebuilding a table (SQLite's way to alter one) drops the old one while others refer to it.
  db.pragma("foreign_keys = OFF");
  db.transaction(() => {
    db.exec(sql);
    const broken = db.pragma("foreign_key_check") as unknown[];
    if (broken.length > 0) throw new Error(`${name} leaves ${broken.length} rows without parent`);
    db.prepare(
      `INSERT INTO _prisma_migrations
         (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES (?, ?, ?, ?, ?, 1)`,
    ).run(randomUUID(), checksum, prismaTime(), name, startedAt);
  }).immediate();
}
