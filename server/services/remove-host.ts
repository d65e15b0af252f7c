import { fail, ok, type Result } from "@/lib/core/result";
import type { Container } from "@/server/container";
import { findHost } from "@/server/hosts/host-row";
import { auditOf, type RequestedBy } from "@/server/hosts/requested-by";

type Parts = Pick<Container, "db" | "vault" | "ssh" | "bus" | "audit">;

/** Forgets a host and its secrets. Nothing is changed on the host itself. */
export async function removeHost(c: Parts, id: string, by: RequestedBy): Promise<Result<void>> {
  const known = await findHost(c.db, id);
  if (!known.ok) return known;
  const [member] = known.value.members;
  if (member !== undefined) return fail(inCluster(known.value.name, member.cluster.name));
  await c.db.$transaction(async (tx) => {
    await tx.host.delete({ where: { id } });
    await c.vault.remove(`host:${id}/`, tx);
  });
  await c.ssh.forget(id);
  await c.audit.record({
    ...auditOf(by),
    action: "host.remove",
    object: `host:${id}`,
    detail: { name: known.value.name, address: known.value.address },
  });
  c.bus.emit("hosts.changed", {});
  return ok(undefined);
}

const inCluster = (name: string, cluster: string) => ({
  code: "object.conflict" as const,
  detail: `${name} belongs to the cluster ${cluster}.`,
  remedies: [`Remove it from ${cluster} first, on the cluster's Nodes page.`],
});
