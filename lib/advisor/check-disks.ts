import { advice, type Advice } from "./advice";
import { hostsOf, type AdvisorHost } from "./advisor-host";
import type { AdvisorInput } from "./advise";
import { carries } from "./role-needs";

/** The cluster's state writes all day: say where an SD card would wear out, and where it is fine. */
export function checkDisks(input: AdvisorInput): Advice[] {
  const role = input.topology === "single-server" ? "server" : "datastore";
  const [holder] = hostsOf(input.hosts, input.roles, role);
  if (holder === undefined) return [];
  if (holder.disk === "sd") return [onCard(input, holder, role)];
  return role === "datastore" ? serversOnCards(input, holder) : [];
}

function onCard(
  { hosts, roles }: AdvisorInput,
  host: AdvisorHost,
  role: "server" | "datastore",
): Advice {
  const better = hosts.find(
    (other) =>
      (roles[other.id] ?? "agent") === "agent" &&
      (other.disk === "ssd" || other.disk === "hdd") &&
      carries(other.memoryBytes, role),
  );
  return advice({
    rule: "state-on-sd",
    severity: "warning",
    hostIds: [host.id],
    facts: { host, role, better: better ?? null },
    fix: better ? { kind: "swap", a: host.id, b: better.id } : null,
  });
}

function serversOnCards({ hosts, roles }: AdvisorInput, database: AdvisorHost): Advice[] {
  const servers = hostsOf(hosts, roles, "server").filter((host) => host.disk === "sd");
  if (servers.length === 0) return [];
  return [
    advice({
      rule: "servers-on-sd",
      severity: "note",
      hostIds: servers.map((host) => host.id),
      facts: { servers, database },
    }),
  ];
}
