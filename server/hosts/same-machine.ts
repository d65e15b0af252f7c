import type { HostFacts } from "@/lib/schemas/host-facts";
import type { Database } from "@/server/db/client";
import { storedFacts } from "./host-row";

const macs = (facts: HostFacts) =>
  facts.interfaces.flatMap(({ mac }) => (mac === null ? [] : [mac]));

/** The host of the inventory that is the same machine: same boot, or same network card. */
export async function sameMachine(
  db: Database,
  facts: HostFacts,
  exceptId: string,
): Promise<{ readonly name: string; readonly address: string } | null> {
  const rows = await db.host.findMany({ where: { id: { not: exceptId }, facts: { not: null } } });
  const own = new Set(macs(facts));
  const twin = rows.find((row) => {
    const other = storedFacts(row.facts);
    if (other === null) return false;
    const sameBoot = other.bootId !== null && other.bootId === facts.bootId;
    return sameBoot || macs(other).some((mac) => own.has(mac));
  });
  return twin ?? null;
}
