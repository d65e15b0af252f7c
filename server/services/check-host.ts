import { ok, type Result } from "@/lib/core/result";
import type { HostRow } from "@/lib/schemas/host";
import type { HostFacts } from "@/lib/schemas/host-facts";
import type { Container } from "@/server/container";
import { findHost, hostRow } from "@/server/hosts/host-row";
import { readFacts } from "@/server/hosts/read-facts";

type Parts = Pick<Container, "db" | "ssh" | "bus" | "clock">;

/** Reads a host's facts now. That it cannot be reached is an answer, kept with the host, not a failure. */
export async function checkHost(c: Parts, id: string): Promise<Result<HostRow>> {
  const known = await findHost(c.db, id);
  if (!known.ok) return known;
  const facts = await factsNow(c, id);
  const data = facts.ok
    ? {
        facts: JSON.stringify(facts.value),
        factsAt: new Date(c.clock.nowMs()),
        problem: null,
      }
    : { problem: JSON.stringify(facts.problem) };
  await c.db.host.updateMany({ where: { id }, data });
  c.bus.emit("hosts.changed", {});
  const stored = await findHost(c.db, id);
  return stored.ok ? ok(hostRow(stored.value)) : stored;
}

async function factsNow({ ssh }: Parts, id: string): Promise<Result<HostFacts>> {
  const borrowed = await ssh.borrow(id);
  if (!borrowed.ok) return borrowed;
  try {
    return await readFacts(borrowed.value.host);
  } finally {
    borrowed.value.release();
  }
}
