import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from "node:fs";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Database } from "@/server/db/client";
import { storageProblem } from "@/server/db/storage-problem";
import { unseal } from "./vault";

const KEY_BYTES = 32;
const HEADER = "gandalf-key-1:";

/** Made with O_EXCL: two panels that start at once cannot each believe in their own key. */
function createKeyFile(file: string): Buffer {
  const key = randomBytes(KEY_BYTES);
  const fd = openSync(file, "wx", 0o600);
  try {
    writeSync(fd, `${HEADER}${key.toString("base64")}\n`);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  return key;
}

/** Null when there is no file; the key is empty when the file holds something else. */
function readKeyFile(file: string): Buffer | null {
  let text: string;
  try {
    text = readFileSync(file, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
  const key = Buffer.from(text.slice(HEADER.length), "base64");
  return text.startsWith(HEADER) && key.length === KEY_BYTES ? key : Buffer.alloc(0);
}

/** The key that opens the vault: read, or made when nothing was sealed yet. */
export async function loadKey(file: string, db: Database): Promise<Result<Buffer>> {
  const sealed = await db.vaultEntry.findFirst();
  let key: Buffer | null;
  try {
    key = readKeyFile(file);
    if (key === null && sealed === null) key = createKeyFile(file);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "unknown error";
    return fail(
      storageProblem(
        `The key file ${file} cannot be read or created (${reason}).`,
        `Give the user that runs the panel access to it: chown "$USER" ${file}`,
      ),
    );
  }
  if (key === null)
    return fail(
      storageProblem(
        `The database holds sealed secrets, but their key file ${file} is missing.`,
        "Put the key file back from where it was copied or backed up; without it the secrets cannot be read.",
        "To start over without them, move the whole data folder away.",
      ),
    );
  if (key.length === 0 || (sealed !== null && unseal(key, sealed.name, sealed.sealed) === null))
    return fail(
      storageProblem(
        `The key file ${file} does not fit the database beside it.`,
        "Put back the key file that belongs to this database, or the database that belongs to this key file.",
      ),
    );
  return ok(key);
}
