import { advice, type Advice } from "./advice";
import type { AdvisorHost } from "./advisor-host";
import type { AdvisorInput } from "./advise";

/** Two chosen hosts that are the same machine: one of them must go, or both roles fall together. */
export function checkMachines({ hosts, roles }: AdvisorInput): Advice[] {
  const seen = new Map<string, AdvisorHost>();
  const found: Advice[] = [];
  for (const host of hosts.filter(({ id }) => roles[id])) {
    if (host.machineId === null) continue;
    const twin = seen.get(host.machineId);
    if (twin === undefined) seen.set(host.machineId, host);
    else found.push(sameMachine(twin, host));
  }
  return found;
}

const sameMachine = (first: AdvisorHost, second: AdvisorHost): Advice =>
  advice({
    rule: "same-machine",
    severity: "problem",
    hostIds: [first.id, second.id],
    facts: { hosts: [first, second] },
    fix: { kind: "move", hostIds: [second.id], role: null },
  });
