import { clusterFindings, worstFirst } from "@/lib/preflight/preflight";
import type { PreflightHost } from "@/lib/preflight/preflight-host";
import type { ClusterSpec } from "@/lib/schemas/cluster-spec";
import type { Finding } from "@/lib/schemas/finding";
import type { Role } from "@/lib/schemas/role";
import type { Container } from "@/server/container";
import { diskFinding, syncLatencyMs } from "@/server/hosts/fsync-test";
import { storedFacts, WITH_CLUSTER, type StoredHost } from "@/server/hosts/host-row";
import { portMatrix, type MatrixHost } from "@/server/hosts/port-matrix";

type Parts = Pick<Container, "db" | "ssh" | "bus">;

interface Chosen {
  readonly stored: StoredHost;
  readonly role: Role;
}

/** What speaks against a cluster on these hosts. `deep` also measures disks and sends packets: seconds. */
export async function preflightCluster(
  c: Parts,
  { spec, deep }: { readonly spec: ClusterSpec; readonly deep: boolean },
  signal: AbortSignal,
): Promise<Finding[]> {
  const chosen = await chosenHosts(c, spec);
  const known = chosen.flatMap((one) => preflightHost(one, spec));
  const unread = chosen
    .filter(({ stored }) => storedFacts(stored.facts) === null)
    .map(unreadFinding);
  const found = [...unread, ...clusterFindings(known, spec)];
  return worstFirst(deep ? [...found, ...(await deepFindings(c, chosen, signal))] : found);
}

async function chosenHosts({ db }: Parts, spec: ClusterSpec): Promise<Chosen[]> {
  const ids = spec.members.map(({ hostId }) => hostId);
  const rows = await db.host.findMany({ where: { id: { in: ids } }, include: WITH_CLUSTER });
  return spec.members.flatMap(({ hostId, role }) => {
    const stored = rows.find(({ id }) => id === hostId);
    return stored === undefined ? [] : [{ stored, role }];
  });
}

function preflightHost({ stored, role }: Chosen, spec: ClusterSpec): PreflightHost[] {
  const facts = storedFacts(stored.facts);
  if (facts === null) return [];
  const { id, name, address, hostKey } = stored;
  const member = stored.members.some(
    ({ cluster }) => cluster.name === spec.name && cluster.state !== "draft",
  );
  return [{ id, name, address, hostKey, role, member, facts }];
}

const unreadFinding = ({ stored, role }: Chosen): Finding => ({
  id: "facts.missing",
  hostId: stored.id,
  severity: "blocker",
  title: "Not read yet",
  reason: `The panel has not read what ${stored.name} is, so nothing can be said about it.`,
  remedy: `Check ${stored.name} on the Hosts page.`,
  role,
});

/** Hosts that cannot be reached now are said to be so; the others are tested all the same. */
async function deepFindings(
  { ssh, bus }: Parts,
  chosen: readonly Chosen[],
  signal: AbortSignal,
): Promise<Finding[]> {
  // A job needs the ports on which this listens.
  const jobs = new AbortController();
  const stopWatching = bus.on("job.booked", () => jobs.abort());
  const releases: (() => void)[] = [];
  const connect = async ({ stored, role }: Chosen): Promise<MatrixHost | Finding> => {
    const borrowed = await ssh.borrow(stored.id);
    if (!borrowed.ok) return awayFinding({ stored, role }, borrowed.problem.detail);
    releases.push(borrowed.value.release);
    const { host } = borrowed.value;
    const ready = await host.session.ready();
    if (!ready.ok) return awayFinding({ stored, role }, ready.problem.detail);
    return { id: stored.id, name: stored.name, address: stored.address, role, host };
  };
  try {
    const connected = await Promise.all(chosen.map(connect));
    const hosts = connected.filter((one): one is MatrixHost => "host" in one);
    const away = connected.filter((one): one is Finding => !("host" in one));
    // One after the other: a disk that syncs would delay the packets' answers.
    const blocked = await portMatrix(hosts, AbortSignal.any([signal, jobs.signal]));
    const disks = await Promise.all(hosts.filter(holdsState).map(measure));
    return [...away, ...blocked, ...disks.flat()];
  } finally {
    stopWatching();
    for (const release of releases) release();
  }
}

const holdsState = ({ role }: MatrixHost, _at: number, hosts: readonly MatrixHost[]) =>
  role === "datastore" || (role === "server" && !hosts.some((host) => host.role === "datastore"));

const measure = async (host: MatrixHost) => diskFinding(host, await syncLatencyMs(host.host));

const awayFinding = ({ stored, role }: Chosen, reason: string): Finding => ({
  id: "host.unreachable",
  hostId: stored.id,
  severity: "blocker",
  title: "Not reachable now",
  reason,
  remedy: `Bring ${stored.name} back, then run the preflight again.`,
  role,
});
