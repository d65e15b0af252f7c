import { ask } from "@/lib/provision/fact";
import { unitUp } from "@/lib/provision/facts/unit-up";
import { change, defineStep, inSync } from "@/lib/provision/step";
import type { RebootInput } from "./reboot-input";
import { waitForUnit } from "./wait-for-unit";

export interface UnitUpInput extends RebootInput {
  readonly unit: string;
  readonly hostName: string;
}

/** A k3s on a Raspberry Pi takes minutes after a boot. */
const UP_TIMEOUT_MS = 420_000;

/** Sees a service start by itself after the boot. Nothing is started by hand: it must survive the next boot too. */
export const unitUpStep = defineStep({
  id: "unit.up",
  typicalMs: 10_000,
  label: ({ unit }: UnitUpInput) => unit,
  title: ({ unit }: UnitUpInput) => `See ${unit} start by itself`,
  why: ({ hostName }: UnitUpInput) =>
    `What ${hostName} is for works again before the next host goes down.`,
  needs: ({ unit }: UnitUpInput) => ({ unit: ask(unitUp, { unit }) }),
  decide: ({ unit, hostName, from }, { unit: state }) => {
    if (from !== null && state.state === "done") return inSync(state.note);
    return change(
      `wait until ${unit} is active`,
      waitForUnit({ unit, on: hostName, everyMs: 1_000, timeoutMs: UP_TIMEOUT_MS }),
    );
  },
});
