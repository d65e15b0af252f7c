import { accessSync, constants, statfsSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { fail, ok, type Result } from "@/lib/core/result";
import { freeBytes } from "./free-bytes";
import { makeFolder } from "./make-folder";
import { diskFull, explainStorage, storageProblem } from "./storage-problem";

/** A panel that was just stopped may need a moment to let go. */
const LOCK_WAIT_MS = 3000;

/** SQLite needs this much to open anything; without it, it may even crash. */
const MIN_START_BYTES = 4 * 1024 * 1024;

/** The data folder, held by this process alone until `release`. */
export interface DataFolder {
  release(): void;
}

/**
 * Makes the folder if need be and claims it. The claim is SQLite's lock on a file of its own, which
 * the kernel drops however the process ends: there is no stale lock to clean up.
 */
export function claimDataFolder(folder: string): Result<DataFolder> {
  let lock: Sqlite.Database | undefined;
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    if (freeBytes(statfsSync(folder)) < MIN_START_BYTES) return fail(diskFull(folder));
    lock = new Sqlite(join(folder, "gandalf.lock"), { timeout: LOCK_WAIT_MS });
    lock.pragma("journal_mode = MEMORY");
    lock.exec("BEGIN EXCLUSIVE");
    const held = lock;
    return ok({ release: () => void held.close() });
  } catch (error) {
    lock?.close();
    if ((error as { code?: unknown }).code === "SQLITE_BUSY")
      return fail(
        storageProblem(
          `Another Gandalf already uses the data folder ${folder}.`,
          "Open that one, or stop it first.",
          "To run a second panel beside it, give it its own folder and port: GANDALF_DATA=./data2 PORT=3001 npm start",
        ),
      );
    const problem = explainStorage(error, folder);
    if (problem === null) throw error;
    return fail(problem);
  }
}
