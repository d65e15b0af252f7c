import { fail, ok, type Result } from "@/lib/core/result";
import type { Problem } from "@/lib/core/problem";
import { hostFindings } from "@/lib/preflight/preflight";
import type { HostRow, HostState } from "@/lib/schemas/host";
import { hostFacts, type HostFacts } from "@/lib/schemas/host-facts";
import { role } from "@/lib/schemas/role";
import type { Database } from "@/server/db/client";

/** What a row is made of. */
export const WITH_CLUSTER = { members: { include: { cluster: true } } } as const;

/** A host of the inventory with its place in a cluster. */
export type StoredHost = NonNullable<Awaited<ReturnType<typeof findStored>>>;

const findStored = (db: Database, id: string) =>
  db.host.findUnique({ where: { id }, include: WITH_CLUSTER });

/** A host by its id. */
export async function findHost(db: Database, id: string): Promise<Result<StoredHost>> {
  const stored = await findStored(db, id);
  if (stored !== null) return ok(stored);
  return fail({
    code: "object.not-found",
    detail: "This host is not in the inventory.",
    remedies: ["Go back to the list of hosts."],
  });
}

/** Facts as stored; null when there are none, or an older panel wrote them in another form. */
export function storedFacts(json: string | null): HostFacts | null {
  return json === null ? null : (hostFacts.safeParse(JSON.parse(json)).data ?? null);
}

/** A host as the API shows it. */
export function hostRow(stored: StoredHost): HostRow {
  const problem = stored.problem === null ? null : (JSON.parse(stored.problem) as Problem);
  const facts = storedFacts(stored.facts);
  const { id, name, address, port, user, hostKey, hostKeyType } = stored;
  return {
    ...{ id, name, address, port, user, hostKey, hostKeyType },
    ...placeOf(stored),
    hostKeyAt: isoOrNull(stored.hostKeyAt),
    sudo: stored.sudo === "password" ? "password" : "none",
    state: stateOf(problem, stored.factsAt),
    problem,
    facts,
    factsAt: isoOrNull(stored.factsAt),
    findings: facts === null ? [] : findingsOf(stored, facts),
  };
}

const isoOrNull = (date: Date | null) => (date === null ? null : date.toISOString());

/** Its cluster and role. */
function placeOf({ members: [member] }: StoredHost) {
  return {
    clusterId: member?.clusterId ?? null,
    clusterName: member?.cluster.name ?? null,
    role: role.safeParse(member?.role).data ?? null,
  };
}

function findingsOf(stored: StoredHost, facts: HostFacts) {
  const { id, name, address, hostKey } = stored;
  const member = isMember(stored);
  return hostFindings({ id, name, address, hostKey, role: placeOf(stored).role, member, facts });
}

function stateOf(problem: Problem | null, factsAt: Date | null): HostState {
  if (problem?.code === "ssh.host-key-changed") return "key-changed";
  if (problem !== null) return "unreachable";
  return factsAt === null ? "unknown" : "reachable";
}

/** Whether a cluster that has touched the host holds it: what runs there is then ours. */
export const isMember = ({ members }: StoredHost): boolean =>
  members.some(({ cluster }) => cluster.state !== "draft");
