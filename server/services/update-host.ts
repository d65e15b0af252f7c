import { fail, ok, type Result } from "@/lib/core/result";
import type { HostRow, UpdateHostInput } from "@/lib/schemas/host";
import type { Container } from "@/server/container";
import { isUniqueViolation } from "@/server/db/unique-violation";
import { findHost, hostRow, isMember, type StoredHost } from "@/server/hosts/host-row";
import { auditOf, type RequestedBy } from "@/server/hosts/requested-by";
import { addressTaken, nameTaken } from "./add-host";

type Parts = Pick<Container, "db" | "ssh" | "bus" | "audit">;

/** Renames a host or says where it answers now. Its key stays pinned: it must be the same machine. */
export async function updateHost(
  c: Parts,
  { id, changes }: { readonly id: string; readonly changes: UpdateHostInput },
  by: RequestedBy,
): Promise<Result<HostRow>> {
  const known = await findHost(c.db, id);
  if (!known.ok) return known;
  const place = { ...placeOf(known.value), ...stated(changes) };
  const { name, address } = place;
  if (isMember(known.value) && (name !== known.value.name || address !== known.value.address))
    return fail(memberProblem(known.value.name));
  try {
    await c.db.host.update({ where: { id }, data: place });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return fail(await takenProblem(c, id, place));
  }
  await c.ssh.forget(id);
  await c.audit.record({
    ...auditOf(by),
    action: "host.update",
    object: `host:${id}`,
    detail: place,
  });
  c.bus.emit("hosts.changed", {});
  const stored = await findHost(c.db, id);
  return stored.ok ? ok(hostRow(stored.value)) : stored;
}

type Place = Pick<StoredHost, "name" | "address" | "port" | "user">;

const placeOf = ({ name, address, port, user }: StoredHost): Place => ({
  name,
  address,
  port,
  user,
});

/** What the request names; zod leaves the rest undefined. */
const stated = (changes: UpdateHostInput): Partial<Place> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));

async function takenProblem({ db }: Parts, id: string, { name, address, port }: Place) {
  const there = await db.host.findUnique({ where: { address_port: { address, port } } });
  return there === null || there.id === id
    ? nameTaken(name)
    : addressTaken(address, port, there.name);
}

const memberProblem = (name: string) => ({
  code: "object.conflict" as const,
  detail: `${name} is part of a cluster, which knows it by its name and address.`,
  remedies: ["Remove it from the cluster first; add it again under its new name or address."],
});
