import type { HostRow } from "@/lib/schemas/host";
import type { Container } from "@/server/container";
import { inParallel } from "@/server/hosts/in-parallel";
import { checkHost } from "./check-host";
import { listHosts } from "./list-hosts";

/** Connections that are opened at once: enough for a rack, kind to the panel's own memory. */
const AT_ONCE = 32;

/** Checks every host of the inventory. */
export async function checkHosts(
  c: Pick<Container, "db" | "ssh" | "bus" | "clock">,
): Promise<HostRow[]> {
  const rows = await c.db.host.findMany({ select: { id: true } });
  await inParallel(rows, AT_ONCE, ({ id }) => checkHost(c, id));
  return listHosts(c);
}
