import { ask } from "@/lib/provision/fact";
import { bootId } from "@/lib/provision/facts/boot-id";
import { changeWithRestart, defineStep, inSync } from "@/lib/provision/step";
import { BACK_TIMEOUT_MS, rebootActions } from "./reboot-actions";
import type { RebootInput } from "./reboot-input";

export interface RebootHostInput extends RebootInput {
  readonly hostName: string;
  /** What cannot be reached while it is down, as a sentence. */
  readonly meanwhile: string;
  /** The boot that the panel itself runs in: it may live on this very host. */
  readonly panelBoot: string | null;
}

/** Ends the boot that was noted, and sees the host come back in another one. */
export const rebootHostStep = defineStep({
  id: "host.reboot",
  typicalMs: 60_000,
  patienceMs: BACK_TIMEOUT_MS,
  label: (_: RebootHostInput) => "reboot",
  title: ({ hostName }: RebootHostInput) => `Reboot ${hostName}`,
  why: ({ meanwhile }: RebootHostInput) => meanwhile,
  needs: (_: RebootHostInput) => ({ boot: ask(bootId, {}) }),
  decide: ({ hostName, from, panelBoot }, { boot }) => {
    if (from !== null && boot !== from) return inSync(`${hostName} runs another boot: ${boot}`);
    const here =
      boot === panelBoot ? `; the panel runs on it and goes with it: press Resume afterwards` : "";
    return changeWithRestart(
      `reboot ${hostName}, which runs boot ${boot}${here}`,
      ["reboot"],
      ...rebootActions(hostName, boot),
    );
  },
});
