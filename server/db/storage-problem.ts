import { statfsSync } from "node:fs";
import { dirname } from "node:path";
import type { Problem } from "@/lib/core/problem";
import { freeBytes } from "./free-bytes";

/** A `panel.storage` problem: what is wrong with the panel's own files, and what to do. */
export const storageProblem = (detail: string, ...remedies: string[]): Problem => ({
  code: "panel.storage",
  detail,
  remedies,
});

const MOVE_DATA = "Or point GANDALF_DATA at another folder.";

type Explain = (file: string) => Problem;

const notWritable: Explain = (file) =>
  storageProblem(
    `The panel may not write ${file}.`,
    `Give the folder to the user that runs the panel: chown -R "$USER" ${file}`,
    MOVE_DATA,
  );

const readOnly: Explain = (file) =>
  storageProblem(
    `${file} is on a file system that is mounted read-only.`,
    "Check the disk (dmesg tells why it was remounted), then mount it read-write.",
    MOVE_DATA,
  );

/** The sentence for a disk without room. */
export const diskFull: Explain = (file) =>
  storageProblem(
    `The disk that holds ${file} is full.`,
    "Free some space, then start again.",
    MOVE_DATA,
  );

const noFolders: Explain = (file) =>
  storageProblem(
    `The folder ${file} cannot be made: its file system takes no folders there.`,
    "Point GANDALF_DATA at a folder on a disk, such as /var/lib/gandalf.",
  );

const notFolder: Explain = (file) =>
  storageProblem(
    `${file} is not a folder.`,
    "Point GANDALF_DATA at a folder, or move the file of that name away.",
  );

/** The sentence for a file or database that is damaged. Also when quick_check finds something. */
export const damaged: Explain = (file) =>
  storageProblem(
    `The database ${file} is damaged.`,
    "Stop the panel, move the file and its -wal and -shm away, and copy the newest file of the backups folder beside it to its place.",
    "Check the disk or SD card before you go on: databases rarely break by themselves.",
  );

const locked: Explain = (file) =>
  storageProblem(
    `The database ${file} is locked by another program.`,
    `Close the program that has it open (lsof ${file} names it), then start again.`,
  );

const notDatabase: Explain = (file) =>
  storageProblem(
    `${file} is not a database of the panel.`,
    "Move it away to start with an empty one, or copy the newest file of the backups folder beside it to its place.",
  );

/** SQLite calls a disk without room for its shared memory an input/output error. */
function isFull(file: string): boolean {
  try {
    return freeBytes(statfsSync(dirname(file))) < 1_048_576;
  } catch {
    return false;
  }
}

const EXPLANATIONS: Readonly<Record<string, Explain>> = {
  EACCES: notWritable,
  EPERM: notWritable,
  EROFS: readOnly,
  ENOSPC: diskFull,
  EDQUOT: diskFull,
  ENOENT: noFolders, // the folder above exists: it was made or found first
  ENOTDIR: notFolder,
  EEXIST: notFolder,
  SQLITE_CANTOPEN: notWritable,
  SQLITE_READONLY: notWritable,
  SQLITE_FULL: diskFull,
  SQLITE_BUSY: locked,
  SQLITE_LOCKED: locked,
  SQLITE_CORRUPT: damaged,
  SQLITE_IOERR: (file) => (isFull(file) ? diskFull : damaged)(file),
  SQLITE_NOTADB: notDatabase,
};

/** Explains an error of node:fs or SQLite by its code; null when it is none of the known ones. */
export function explainStorage(error: unknown, file: string): Problem | null {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== "string") return null;
  const [base] = /^SQLITE_[A-Z]+/.exec(code) ?? [code]; // SQLITE_IOERR_SHORT_READ → SQLITE_IOERR
  return EXPLANATIONS[base]?.(file) ?? null;
}
