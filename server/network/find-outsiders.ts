import { type Outsider, outsiders } from "@/lib/network/forward-probes";
import type { SiteView } from "@/lib/network/site-view";
import type { Container } from "@/server/container";
import { storedFacts, WITH_CLUSTER } from "@/server/hosts/host-row";
import { siteHost } from "@/server/services/site-view";

/** Hosts of the panel that stand where the internet does, whatever site they are in. */
export async function findOutsiders(
  { db }: Pick<Container, "db">,
  view: SiteView,
): Promise<readonly Outsider[]> {
  const internet = view.site.zones.find(({ kind }) => kind === "internet")?.name;
  if (view.site.forwards.length === 0) return [];
  const rows = await db.host.findMany({ include: WITH_CLUSTER, orderBy: { name: "asc" } });
  const networks = view.site.firewalls.flatMap(({ hostId, interfaces }) => {
    const outer = interfaces.filter(({ zone }) => zone === internet).map(({ name }) => name);
    const facts = storedFacts(rows.find(({ id }) => id === hostId)?.facts ?? null);
    return (facts?.interfaces ?? [])
      .filter(({ name }) => outer.includes(name))
      .flatMap(({ addresses }) => addresses.map(({ cidr }) => cidr));
  });
  return outsiders(view, rows.map(siteHost), networks);
}
