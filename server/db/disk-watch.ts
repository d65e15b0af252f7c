import { statfs } from "node:fs/promises";
import type { Problem } from "@/lib/core/problem";
import { done, fail, type Result } from "@/lib/core/result";
import type { DiskState } from "@/lib/schemas/panel";
import type { Base } from "@/server/container";
import { freeBytes } from "./free-bytes";

/** Below this the panel only reads: what is left is for the journals of jobs that already run. */
export const MIN_FREE_BYTES = 64 * 1024 * 1024;

/** Somebody else may fill the disk, and free it again. */
const LOOK_EVERY_MS = 30_000;

/** Room on the disk that holds the data folder. */
export interface DiskWatch {
  /** Looks now: done, or the problem that refuses a change. */
  check(): Promise<Result<void>>;
  /** Looks now. */
  look(): Promise<DiskState>;
}

/** The sentence for a change that is refused. */
const diskFull = ({ folder, freeBytes }: DiskState): Problem => ({
  code: "panel.disk-full",
  detail: `The disk that holds ${folder} has only ${Math.floor(freeBytes / 1_048_576)} MB left, so the panel only reads.`,
  remedies: [
    `Free some space there; from ${MIN_FREE_BYTES / 1_048_576} MB on the panel goes on by itself.`,
    `What the panel keeps lies in ${folder}: old copies in backups, fetched k3s releases in artifacts.`,
  ],
});

type Needs = Pick<Base, "config" | "bus" | "log" | "lifecycle">;

/** Measures the disk before each change and now and then; says `panel.changed` when the answer changes. */
export function createDiskWatch({ config, bus, log, lifecycle }: Needs): DiskWatch {
  const folder = config.dataFolder;
  let wasReadOnly = false;

  const look = async (): Promise<DiskState> => {
    const free = freeBytes(await statfs(folder));
    const state = { folder, freeBytes: free, readOnly: free < MIN_FREE_BYTES };
    if (state.readOnly !== wasReadOnly) {
      wasReadOnly = state.readOnly;
      if (wasReadOnly) log.error(state, "disk nearly full: the panel only reads");
      else log.info(state, "room on the disk again");
      bus.emit("panel.changed", {});
    }
    return state;
  };

  const lookAgain = () =>
    void look().catch((error: unknown) => log.error({ err: error }, "could not measure the disk"));
  lifecycle.onStart("disk", lookAgain);
  const timer = setInterval(lookAgain, LOOK_EVERY_MS).unref();
  lifecycle.onStop("disk", () => clearInterval(timer));

  return {
    look,
    check: async () => {
      const state = await look();
      return state.readOnly ? fail(diskFull(state)) : done;
    },
  };
}
