import Sqlite from "better-sqlite3";
import type { Problem } from "@/lib/core/problem";
import { done, fail, ok, type Result } from "@/lib/core/result";
import { backUp, quickCheck } from "./backup";
import { appliedMigrations, applyMigration, type Migration, readMigrations } from "./migrations";
import { damaged, explainStorage, storageProblem } from "./storage-problem";

/** How long to wait for another program's lock. It blocks, but nothing else runs yet. */
const LOCK_WAIT_MS = 2000;

export interface DatabaseFiles {
  readonly databaseFile: string;
  readonly backupsFolder: string;
  readonly migrationsFolder: string;
}

export interface Prepared {
  /** Names of the migrations that were applied now. */
  readonly applied: readonly string[];
  /** The copy that was made before them; null when the database was new or nothing was applied. */
  readonly backup: string | null;
}

/** A database that this version must not touch: newer than the code, or of another history. */
function foreignHistory(
  known: readonly Migration[],
  applied: ReadonlyMap<string, string>,
  { databaseFile, backupsFolder }: DatabaseFiles,
): Problem | null {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const [name, checksum] of applied) {
    const migration = byName.get(name);
    if (migration === undefined)
      return storageProblem(
        `The database ${databaseFile} was written by a newer Gandalf: this one does not know its change "${name}".`,
        "Start the newer version again.",
        `To go back to this version, copy a backup from before the upgrade (${backupsFolder}) over the database.`,
      );
    if (migration.checksum !== checksum)
      return storageProblem(
        `The change "${name}" of the database ${databaseFile} is not the one this Gandalf contains.`,
        "Start the version that wrote the database, or restore the project's prisma/migrations folder.",
      );
  }
  return null;
}

function migrate(db: Sqlite.Database, files: DatabaseFiles): Result<Prepared> {
  const known = readMigrations(files.migrationsFolder);
  const applied = appliedMigrations(db);
  const refused = foreignHistory(known, applied, files);
  if (refused !== null) return fail(refused);
  const pending = known.filter(({ name }) => !applied.has(name));
  const backup = pending.length > 0 && applied.size > 0 ? backUp(db, files.backupsFolder) : null;
  for (const migration of pending) applyMigration(db, migration);
  return ok({ applied: pending.map(({ name }) => name), backup });
}

/** Whether the database is exactly of this version, so that a command may write to it beside a running panel. */
export function checkDatabase(files: DatabaseFiles): Result<void> {
  let db: Sqlite.Database | undefined;
  try {
    db = new Sqlite(files.databaseFile, { timeout: LOCK_WAIT_MS, fileMustExist: true });
    const known = readMigrations(files.migrationsFolder);
    const applied = appliedMigrations(db);
    const refused = foreignHistory(known, applied, files);
    if (refused !== null) return fail(refused);
    if (known.every(({ name }) => applied.has(name))) return done;
    return fail(
      storageProblem(
        `The database ${files.databaseFile} is of an earlier Gandalf.`,
        "Start the panel once: it keeps a copy and brings the database up to date.",
      ),
    );
  } catch (error) {
    const problem = explainStorage(error, files.databaseFile);
    if (problem === null) throw error;
    return fail(problem);
  } finally {
    db?.close();
  }
}

/**
 * Opens the database file (made when missing), checks that it is sound, and brings it to this
 * version, with a verified copy before any change. Known failures are one sentence with a remedy.
 */
export function prepareDatabase(files: DatabaseFiles): Result<Prepared> {
  let db: Sqlite.Database | undefined;
  try {
    db = new Sqlite(files.databaseFile, { timeout: LOCK_WAIT_MS });
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
    if (quickCheck(db) !== "ok") return fail(damaged(files.databaseFile));
    return migrate(db, files);
  } catch (error) {
    const problem = explainStorage(error, files.databaseFile);
    if (problem === null) throw error;
    return fail(problem);
  } finally {
    db?.close();
  }
}
