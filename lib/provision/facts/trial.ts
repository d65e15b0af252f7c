import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import type { WaitState } from "@/lib/provision/step";
import { TRIAL_PENDING } from "@/lib/render/trial/paths";
import { script } from "@/lib/shell/argv";

const READ = `if [ -e "$1" ]; then echo pending; else echo over; fi`;

/** Whether a change is still on trial; its host brings the old setting back by itself. */
export const trialOver: Fact<Record<string, never>, WaitState> = {
  id: "trial",
  command: () => script(READ, TRIAL_PENDING),
  parse: ({ stdout }) =>
    ok(
      stdout.trim() === "over"
        ? { state: "done", note: "nothing is on trial" }
        : { state: "waiting", note: "an earlier change returns within 90 s" },
    ),
};
