import type { HostRow } from "@/lib/schemas/host";
import type { Container } from "@/server/container";
import { hostRow, WITH_CLUSTER } from "@/server/hosts/host-row";

/** The inventory, by name. */
export async function listHosts({ db }: Pick<Container, "db">): Promise<HostRow[]> {
  const stored = await db.host.findMany({ include: WITH_CLUSTER, orderBy: { name: "asc" } });
  return stored.map(hostRow);
}
