import { ask } from "@/lib/provision/fact";
import { unitUp } from "@/lib/provision/facts/unit-up";
import type { Action } from "@/lib/provision/step";

interface Wait {
  readonly unit: string;
  /** The host's name, where there are several of the unit. */
  readonly on?: string;
  readonly everyMs: number;
  readonly timeoutMs: number;
}

/** Follows a service until it is active, or keeps failing; its journal says why it takes long. */
export const waitForUnit = ({ unit, on, everyMs, timeoutMs }: Wait): Action => ({
  kind: "wait",
  what: on === undefined ? `${unit} is active` : `${unit} is up on ${on}`,
  until: ask(unitUp, { unit }),
  everyMs,
  timeoutMs,
  journalUnit: unit,
});
