import { advise } from "@/lib/advisor/advise";
import type { Advice } from "@/lib/advisor/advice";
import { hostsOf, type Assignment } from "@/lib/advisor/advisor-host";
import { rolesOf } from "@/lib/advisor/check-counts";
import { defaultRoles } from "@/lib/advisor/default-roles";
import { switchedOff, type SwitchedOff } from "@/lib/advisor/switched-off";
import type { Draft } from "./draft";
import { resolveSettings, type Offers, type ResolvedSettings } from "./resolve-settings";
import type { WizardHost } from "./wizard-host";

/** The draft with every default of the moment filled in, and what is to be said about it. */
export interface Resolved extends ResolvedSettings {
  readonly draft: Draft;
  /** The chosen hosts. */
  readonly hosts: readonly WizardHost[];
  readonly roles: Assignment;
  readonly serverTaint: boolean;
  readonly advice: readonly Advice[];
  /** Problems that are neither solved nor kept on purpose. */
  readonly open: readonly Advice[];
  readonly switchedOff: readonly SwitchedOff[];
}

/** Works out a draft against the hosts as they are now. Pure: the same view in every render and test. */
export function resolveDraft(
  draft: Draft,
  inventory: readonly WizardHost[],
  offers: Offers,
): Resolved {
  const hosts = chosen(draft, inventory);
  const roles = rolesNow(draft, hosts);
  const agents = hostsOf(hosts, roles, "agent").length;
  const serverTaint = draft.serverTaint ?? (draft.topology === "single-server" ? agents > 0 : true);
  const input = { topology: draft.topology, hosts, roles, serverTaint };
  const advice = advise(input);
  return {
    ...resolveSettings({ draft, hosts, roles, serverTaint }, offers),
    draft,
    hosts,
    roles,
    serverTaint,
    advice,
    open: advice.filter((found) => isOpen(found, draft.kept)),
    switchedOff: switchedOff(input),
  };
}

const isOpen = (found: Advice, kept: readonly string[]) =>
  found.severity === "problem" && !(found.overridable && kept.includes(found.id));

function chosen(draft: Draft, inventory: readonly WizardHost[]): WizardHost[] {
  const free = inventory.filter((host) => host.free);
  if (draft.hostIds === null) return free.filter((host) => host.row.state === "reachable");
  const ids = new Set(draft.hostIds);
  return free.filter((host) => ids.has(host.id));
}

/** What was decided, for the hosts that are chosen and the roles that the topology knows. */
function rolesNow(draft: Draft, hosts: readonly WizardHost[]): Assignment {
  const decided = draft.roles[draft.topology];
  if (!decided) return defaultRoles(draft.topology, hosts);
  const known = new Set(rolesOf(draft.topology));
  const role = (id: string) => decided[id] ?? null;
  return Object.fromEntries(
    hosts.map(({ id }) => {
      const now = role(id);
      return [id, now !== null && known.has(now) ? now : null];
    }),
  );
}
