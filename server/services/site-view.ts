import ipaddr from "ipaddr.js";
import type { SiteHost, SiteView } from "@/lib/network/site-view";
import { clusterSpec } from "@/lib/schemas/cluster-spec";
import type { HostFacts } from "@/lib/schemas/host-facts";
import { role } from "@/lib/schemas/role";
import type { SiteSpec } from "@/lib/schemas/site";
import type { Container } from "@/server/container";
import { storedFacts, type StoredHost, WITH_CLUSTER } from "@/server/hosts/host-row";
import type { StoredSite } from "./read-site";

/**
 * Everything the site's rules are made of, from what is stored: no host is asked. Where the panel comes from is what
 * the hosts saw when their facts were read.
 */
export async function siteView(
  { db }: Pick<Container, "db">,
  stored: Pick<StoredSite, "hostIds" | "spec">,
  spec: SiteSpec = stored.spec,
): Promise<SiteView> {
  const rows = await db.host.findMany({
    where: { id: { in: [...stored.hostIds] } },
    include: WITH_CLUSTER,
    orderBy: { name: "asc" },
  });
  return {
    site: spec,
    hosts: rows.map(siteHost),
    podSubnets: unique(rows.flatMap(podSubnets)),
    panel: unique(rows.flatMap(({ facts }) => seenPanel(storedFacts(facts)))),
  };
}

const unique = (all: readonly string[]): readonly string[] => [...new Set(all)].sort();

/** A host as the policy sees it. */
export function siteHost({ id, name, address, port, facts, members }: StoredHost): SiteHost {
  const known = storedFacts(facts);
  const own = addressesOf(known);
  const isOwn = own.length === 0 || own.includes(address);
  return {
    ...{ id, name },
    role: role.safeParse(members[0]?.role).data ?? null,
    // First where the panel and the cluster know it. Behind a port forward it has another address and port than that.
    addresses: ipaddr.isValid(address) && isOwn ? [...new Set([address, ...own])] : own,
    sshPort: isOwn || known === null ? port : (sshdPort(known) ?? port),
    interfaces: known?.interfaces.map((each) => each.name) ?? [],
  };
}

/** All the host answers at. Link-local ones, and those of pods and containers, were never among its facts. */
const addressesOf = (facts: HostFacts | null): readonly string[] =>
  (facts?.interfaces ?? []).flatMap(({ addresses }) =>
    addresses
      .map(({ cidr }) => cidr.split("/")[0] ?? "")
      .filter((address) => ipaddr.isValid(address) && isReachable(address)),
  );

const sshdPort = ({ listening }: HostFacts) =>
  listening.find(({ program, protocol }) => program === "sshd" && protocol === "tcp")?.port;

const isReachable = (address: string) =>
  !["linkLocal", "loopback", "unspecified"].includes(ipaddr.parse(address).range());

function podSubnets({ members }: StoredHost): readonly string[] {
  const [member] = members;
  if (member === undefined) return [];
  const spec = clusterSpec.safeParse(JSON.parse(member.cluster.spec));
  return spec.success ? [spec.data.clusterCidr] : [];
}

function seenPanel(facts: HostFacts | null): readonly string[] {
  const address = facts?.panel ?? null;
  return address !== null && ipaddr.isValid(address) && isReachable(address) ? [address] : [];
}
