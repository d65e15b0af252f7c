import type { Problem } from "@/lib/core/problem";
import { done, fail, type Result } from "@/lib/core/result";
import type { Container } from "@/server/container";
import { storageProblem } from "@/server/db/storage-problem";

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
  panel: Pick<Container, "db" | "config" | "disk">,
): Promise<Result<void>> {
  const room = await panel.disk.check();
  if (!room.ok) return room;
  return (await canWrite(panel)) ? done : fail(notWritable(panel.config.databaseFile));
}
