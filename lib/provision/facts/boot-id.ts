import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import type { WaitState } from "@/lib/provision/step";
import type { Argv } from "@/lib/shell/argv";
import { unreadable } from "./unreadable";

/** The kernel's name for this boot, and for no other. Source: random(4), "boot_id". */
const READ: Argv = ["cat", "/proc/sys/kernel/random/boot_id"];

const parsed = (stdout: string): string | null => /^[0-9a-f-]{36}$/m.exec(stdout)?.[0] ?? null;

/** Which boot the host runs. */
export const bootId: Fact<Record<string, never>, string> = {
  id: "boot-id",
  command: () => READ,
  parse: (output) => {
    const id = parsed(output.stdout);
    return id === null ? unreadable("the boot's id", output) : ok(id);
  },
};

/** Whether the host runs another boot than the one named. */
export const bootedAnew: Fact<{ readonly from: string }, WaitState> = {
  id: "booted-anew",
  command: () => READ,
  parse: ({ stdout }, { from }) => {
    const id = parsed(stdout);
    const isAnother = id !== null && id !== from;
    return ok(
      isAnother
        ? { state: "done", note: `runs boot ${id}` }
        : { state: "waiting", note: "it is still shutting down" },
    );
  },
};
