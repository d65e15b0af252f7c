import type { Role } from "@/lib/schemas/role";
import { hostsOf, type AdvisorHost } from "./advisor-host";
import type { AdvisorInput } from "./advise";

/** What happens to the cluster; the words are in the catalogue. */
export type Effect =
  | "nothing"
  | "pods-move"
  | "pods-move-to-servers"
  | "api-stops"
  | "api-and-sites-down"
  | "sites-down"
  | "all-down";

export type Verdict = "fine" | "degraded" | "down";

/** One line of "If this is switched off": a named host, or any one of several. */
export interface SwitchedOff {
  readonly role: Role;
  /** The only host of its role; null: one of many. */
  readonly host: AdvisorHost | null;
  readonly effect: Effect;
  readonly verdict: Verdict;
}

const VERDICTS = {
  nothing: "fine",
  "pods-move": "fine",
  "pods-move-to-servers": "fine",
  "api-stops": "degraded",
  "api-and-sites-down": "down",
  "sites-down": "down",
  "all-down": "down",
} as const satisfies Record<Effect, Verdict>;

/** What survives the loss of each role, as the roles stand now. Roles without a host have no line. */
export function switchedOff(input: AdvisorInput): SwitchedOff[] {
  const roles = ["load-balancer", "datastore", "server", "agent"] as const;
  return roles.flatMap((role) => {
    const [first, second] = hostsOf(input.hosts, input.roles, role);
    if (first === undefined) return [];
    const effect = effectOf(input, role);
    return [{ role, host: second ? null : first, effect, verdict: VERDICTS[effect] }];
  });
}

function effectOf(input: AdvisorInput, role: Role): Effect {
  if (role === "load-balancer") return "api-and-sites-down";
  if (role === "datastore") return "api-stops";
  return role === "server" ? serverLost(input) : agentLost(input);
}

const count = ({ hosts, roles }: AdvisorInput, role: Role) => hostsOf(hosts, roles, role).length;

function serverLost(input: AdvisorInput): Effect {
  const servers = count(input, "server");
  const alone = count(input, "agent") === 0 && !input.serverTaint;
  if (servers > 1) return alone ? "pods-move" : "nothing";
  if (alone) return "all-down";
  // Without a load balancer the only server's address is also where visitors arrive.
  return input.topology === "single-server" ? "api-and-sites-down" : "api-stops";
}

function agentLost(input: AdvisorInput): Effect {
  if (count(input, "agent") > 1) return "pods-move";
  return input.serverTaint || count(input, "server") === 0 ? "sites-down" : "pods-move-to-servers";
}
