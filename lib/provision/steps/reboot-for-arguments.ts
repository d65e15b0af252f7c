import { fail } from "@/lib/core/result";
import { ask } from "@/lib/provision/fact";
import { bootId } from "@/lib/provision/facts/boot-id";
import { cgroups } from "@/lib/provision/facts/cgroups";
import { changeWithRestart, defineStep, inSync } from "@/lib/provision/step";
import { NEEDED_CONTROLLERS } from "./boot-arguments";
import { BACK_TIMEOUT_MS, rebootActions } from "./reboot-actions";
import type { RebootInput } from "./reboot-input";

export interface RebootForArgumentsInput extends RebootInput {
  readonly hostName: string;
}

/** Reboots once, where the running kernel does not have yet what cmdline.txt asks for; then sees that it has. */
export const rebootForArgumentsStep = defineStep({
  id: "host.reboot-for-arguments",
  typicalMs: 60_000,
  patienceMs: BACK_TIMEOUT_MS,
  label: (_: RebootForArgumentsInput) => "reboot",
  title: ({ hostName }: RebootForArgumentsInput) => `Reboot ${hostName} if its kernel needs it`,
  why: () => "The kernel reads its arguments only when it starts.",
  needs: (_: RebootForArgumentsInput) => ({ boot: ask(bootId, {}), cgroups: ask(cgroups, {}) }),
  decide: ({ hostName, from }, { boot, cgroups: found }) => {
    const missing = NEEDED_CONTROLLERS.filter((name) => !found.enabled.includes(name));
    if (missing.length === 0) return inSync("the running kernel limits memory");
    if (from === null || boot === from)
      return changeWithRestart(
        `reboot ${hostName}: its kernel has no ${missing.join(", no ")} control group yet`,
        ["reboot"],
        ...rebootActions(hostName, boot),
      );
    return fail({
      code: "host.unsuitable",
      detail: `${hostName} was rebooted, and its kernel still has no ${missing.join(" and no ")} control group.`,
      remedies: [
        "See whether it starts from this cmdline.txt: another disk or an own boot folder may count.",
        "Install the distribution's own kernel.",
      ],
    });
  },
});
