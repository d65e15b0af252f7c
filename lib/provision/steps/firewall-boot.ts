import { ask } from "@/lib/provision/fact";
import { unitState } from "@/lib/provision/facts/unit-state";
import { change, defineStep, inSync } from "@/lib/provision/step";
import { FIREWALL_UNIT } from "@/lib/render/firewall/paths";
import { enableUnit } from "./service-gap";

/** The distribution's own, which empties the kernel's rules and reads /etc/nftables.conf. */
const OTHER_UNIT = "nftables.service";

/** Lets the kept rules be loaded at every boot. What nftables.service does is left to it, and told. */
export const firewallBootStep = defineStep({
  id: "firewall.boot",
  typicalMs: 400,
  label: (_: Readonly<Record<never, never>>) => "at boot",
  title: () => "Load the kept rules at every boot",
  why: () =>
    "Before the network is up, so that no packet comes in between. Rules on trial are not loaded: a boot ends a trial.",
  needs: () => ({
    own: ask(unitState, { unit: FIREWALL_UNIT, files: [] }),
    other: ask(unitState, { unit: OTHER_UNIT, files: [] }),
  }),
  decide: (_, { own, other }) => {
    const beside =
      other?.enabled === true
        ? `; ${OTHER_UNIT} is enabled too and empties all rules first: these are loaded again after it`
        : "";
    if (own?.enabled === true) return inSync(`${FIREWALL_UNIT} is enabled${beside}`);
    return change(`enable ${FIREWALL_UNIT}${beside}`, enableUnit(FIREWALL_UNIT));
  },
});
