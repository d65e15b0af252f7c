import { role as roleSchema, type Role } from "@/lib/schemas/role";
import { advice, type Advice } from "./advice";
import { hostsOf, type AdvisorHost } from "./advisor-host";
import type { AdvisorInput } from "./advise";
import { candidateFor } from "./candidates";
import { ROLE_MEMORY_BYTES, SERVER_COMFORT_BYTES } from "./role-needs";

/** Hosts with less memory than their role needs. Memory that was not read is no finding. */
export function checkMemory(input: AdvisorInput): Advice[] {
  const short = roleSchema.options.flatMap((role) =>
    hostsOf(input.hosts, input.roles, role).flatMap((host) => tooSmall(input, host, role)),
  );
  return [...short, ...tightServers(input)];
}

function tooSmall({ hosts, roles }: AdvisorInput, host: AdvisorHost, role: Role): Advice[] {
  const needBytes = ROLE_MEMORY_BYTES[role];
  if (host.memoryBytes === null || host.memoryBytes >= needBytes) return [];
  const better = role === "agent" ? null : candidateFor(role, hosts, roles);
  return [
    advice({
      rule: "role-memory",
      severity: role === "server" ? "problem" : "warning",
      hostIds: [host.id],
      facts: { host, role, needBytes, better },
      fix: better ? { kind: "swap", a: host.id, b: better.id } : null,
    }),
  ];
}

const tightServers = ({ hosts, roles }: AdvisorInput): Advice[] =>
  hostsOf(hosts, roles, "server")
    .filter(({ memoryBytes }) => memoryBytes !== null && isTight(memoryBytes))
    .map((host) =>
      advice({
        rule: "server-tight",
        severity: "warning",
        hostIds: [host.id],
        facts: { host },
      }),
    );

const isTight = (memoryBytes: number) =>
  memoryBytes >= ROLE_MEMORY_BYTES.server && memoryBytes < SERVER_COMFORT_BYTES;
