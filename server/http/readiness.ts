import { statfs } from "node:fs/promises";
import type { Problem } from "@/lib/core/problem";
import { done, fail, type Result } from "@/lib/core/result";
import type { Container } from "@/server/container";
import { storageProblem } from "@/server/db/storage-problem";

/** Below this the journal of a running job may not fit. */
const MIN_FREE_BYTES = 32 * 1024 * 1024;

const ROLLBACK = new Error("taken back on purpose");

const notWritable = (file: string): Problem =>
  storageProblem(
    `The database ${file} cannot be written.`,
    "Read the panel's log for the reason, then check the disk and the folder's owner.",
  );

/** Writes and takes it back: proves the database is writable without wearing out an SD card. */
async function canWrite({ db }: Pick<Container, "db">): Promise<boolean> {
  try {
    await db.$transaction(async (tx) => {
      await tx.setting.upsert({
        where: { key: "readiness" },
        create: { key: "readiness", value: "" },
        update: { value: "" },
      });
      throw ROLLBACK;
    });
    return true;
  } catch (error) {
    return error === ROLLBACK;
  }
}

/** Whether the panel can do its work: database writable, room on its disk. */
export async function checkReadiness(
  panel: Pick<Container, "db" | "config">,
): Promise<Result<void>> {
  const { dataFolder, databaseFile } = panel.config;
  const { bavail, bsize } = await statfs(dataFolder);
  const freeBytes = bavail * bsize;
  if (freeBytes < MIN_FREE_BYTES)
    return fail(
      storageProblem(
        `The disk that holds ${dataFolder} has only ${Math.floor(freeBytes / 1_048_576)} MB left.`,
        "Free some space on it.",
      ),
    );
  return (await canWrite(panel)) ? done : fail(notWritable(databaseFile));
}
