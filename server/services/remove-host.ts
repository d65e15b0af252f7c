import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import type { RemovedHost, RemoveHostQuery } from "@/lib/schemas/host";
import type { Container } from "@/server/container";
import { findHost, type StoredHost } from "@/server/hosts/host-row";
import { auditOf, type RequestedBy } from "@/server/hosts/requested-by";
import { removeKey, removeKeyByHand } from "@/server/ssh/remove-key";

type Parts = Pick<Container, "db" | "vault" | "ssh" | "bus" | "audit">;

/**
 * Forgets a host and its secrets, and first takes the panel's key off it when asked to. A host that cannot be
 * reached is forgotten all the same: the answer says what is left on it, and how to remove that by hand.
 */
export async function removeHost(
  c: Parts,
  { id, key }: { readonly id: string } & RemoveHostQuery,
  by: RequestedBy,
): Promise<Result<RemovedHost>> {
  const known = await findHost(c.db, id);
  if (!known.ok) return known;
  const host = known.value;
  const [member] = host.members;
  if (member !== undefined) return fail(inCluster(host.name, member.cluster.name));
  const site = await c.db.siteHost.findUnique({ where: { hostId: id }, include: { site: true } });
  if (site !== null) return fail(inSite(host.name, site.site.name));
  const removed = key === "remove" ? await takeKeyOff(c, host) : KEPT;
  await c.db.$transaction(async (tx) => {
    await tx.host.delete({ where: { id } });
    await c.vault.remove(`host:${id}/`, tx);
  });
  await c.ssh.forget(id);
  await c.audit.record({
    ...auditOf(by),
    action: "host.remove",
    object: `host:${id}`,
    detail: { name: host.name, address: host.address, key: removed.key },
  });
  c.bus.emit("hosts.changed", {});
  return ok(removed);
}

const KEPT: RemovedHost = { key: "kept", problem: null, byHand: null };

async function takeKeyOff(c: Parts, { id, user }: StoredHost): Promise<RemovedHost> {
  const { publicLine } = await c.ssh.panelKey();
  const left = (problem: Problem): RemovedHost => ({
    key: "left",
    problem,
    byHand: removeKeyByHand(user, publicLine),
  });
  const borrowed = await c.ssh.borrow(id);
  if (!borrowed.ok) return left(borrowed.problem);
  const done = await removeKey(borrowed.value.host.session, publicLine);
  borrowed.value.release();
  return done.ok ? { ...KEPT, key: "removed" } : left(done.problem);
}

const inCluster = (name: string, cluster: string) => ({
  code: "object.conflict" as const,
  detail: `${name} belongs to the cluster ${cluster}.`,
  remedies: [`Remove it from ${cluster} first, on the cluster's Nodes page.`],
});

const inSite = (name: string, site: string) => ({
  code: "object.conflict" as const,
  detail: `${name} belongs to the site ${site}.`,
  remedies: [`Take it out of ${site} first, on the Network page.`],
});
