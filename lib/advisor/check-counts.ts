import type { ClusterTopology } from "@/lib/schemas/cluster-spec";
import type { Role } from "@/lib/schemas/role";
import { ROLE_COUNTS } from "@/lib/schemas/role-counts";
import { advice, type Advice } from "./advice";
import { hostsOf } from "./advisor-host";
import type { AdvisorInput } from "./advise";
import { candidateFor } from "./candidates";

/** The roles that a topology knows, in the order of the board. */
export const rolesOf = (topology: ClusterTopology): readonly Role[] =>
  topology === "single-server"
    ? ["server", "agent"]
    : ["load-balancer", "datastore", "server", "agent"];

/** Too few or too many of a role, one server where two were meant, and nobody to run pods. */
export function checkCounts(input: AdvisorInput): Advice[] {
  return [
    ...rolesOf(input.topology).flatMap((role) => [
      ...missing(input, role),
      ...crowded(input, role),
    ]),
    ...oneServer(input),
    ...noAgents(input),
  ];
}

function missing({ topology, hosts, roles }: AdvisorInput, role: Role): Advice[] {
  const [least] = ROLE_COUNTS[topology][role];
  if (hostsOf(hosts, roles, role).length >= least) return [];
  const candidate = candidateFor(role, hosts, roles);
  return [
    advice({
      rule: "role-missing",
      severity: "problem",
      overridable: false,
      hostIds: [role],
      facts: { role, candidate },
      fix: candidate ? { kind: "move", hostIds: [candidate.id], role } : null,
    }),
  ];
}

function crowded({ topology, hosts, roles }: AdvisorInput, role: Role): Advice[] {
  const [, most] = ROLE_COUNTS[topology][role];
  const [keep, ...others] = hostsOf(hosts, roles, role);
  if (keep === undefined || others.length < most) return [];
  if (role === "server" && topology === "single-server") {
    return [
      advice({
        rule: "servers-need-database",
        severity: "problem",
        overridable: false,
        hostIds: others.map((host) => host.id),
        facts: { count: others.length + 1 },
        fix: { kind: "use-database" },
      }),
    ];
  }
  const extra = others.slice(most - 1);
  const hostIds = extra.map((host) => host.id);
  return [
    advice({
      rule: "role-crowded",
      severity: "problem",
      overridable: false,
      hostIds,
      facts: { role, keep, others: extra },
      fix: { kind: "move", hostIds, role: role === "agent" ? null : "agent" },
    }),
  ];
}

function oneServer({ topology, hosts, roles }: AdvisorInput): Advice[] {
  const [server, second] = hostsOf(hosts, roles, "server");
  if (topology === "single-server" || server === undefined || second !== undefined) return [];
  const candidate = candidateFor("server", hosts, roles);
  return [
    advice({
      rule: "one-server",
      severity: "warning",
      hostIds: [server.id],
      facts: { server, candidate },
      fix: candidate ? { kind: "move", hostIds: [candidate.id], role: "server" } : null,
    }),
  ];
}

function noAgents({ hosts, roles, serverTaint }: AdvisorInput): Advice[] {
  const servers = hostsOf(hosts, roles, "server");
  if (!serverTaint || servers.length === 0 || hostsOf(hosts, roles, "agent").length > 0) return [];
  return [
    advice({
      rule: "no-agents",
      severity: "problem",
      hostIds: servers.map((host) => host.id),
      facts: { servers: servers.length },
      fix: { kind: "server-pods" },
    }),
  ];
}
