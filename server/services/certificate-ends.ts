import type { ClusterRow } from "@/lib/schemas/cluster";
import type { CertificateEnd } from "@/lib/schemas/overview";
import type { Container } from "@/server/container";
import type { KubeHub } from "@/server/kube/kube-hub";
import { probeServer } from "@/server/kube/probe-server";

type Needs = Pick<Container, "kube" | "clock" | "log">;

interface Known {
  readonly readAtMs: number;
  readonly ends: readonly CertificateEnd[];
}

/** Ends are days away: a reading an hour old is as good as a new one. */
const GOOD_FOR_MS = 3_600_000;

const known = new WeakMap<KubeHub, Map<string, Known>>();

/**
 * When the certificates of a cluster's servers end, as last read; empty before the first reading. It never waits:
 * the servers are asked beside it, once an hour at most, and only while somebody looks.
 */
export function certificateEnds(needs: Needs, cluster: ClusterRow): readonly CertificateEnd[] {
  const clusters = known.get(needs.kube) ?? new Map<string, Known>();
  known.set(needs.kube, clusters);
  const last = clusters.get(cluster.id);
  const nowMs = needs.clock.nowMs();
  const ends = last?.ends ?? [];
  if (last !== undefined && nowMs - last.readAtMs < GOOD_FOR_MS) return ends;
  clusters.set(cluster.id, { readAtMs: nowMs, ends });
  read(needs, cluster)
    .then((read) => clusters.set(cluster.id, { readAtMs: nowMs, ends: read }))
    .catch((error: unknown) => needs.log.error({ err: error }, "certificates were not read"));
  return ends;
}

/** Each server by itself; of an adopted cluster its one address. */
const probed = ({ origin, apiAddress, members }: ClusterRow) =>
  origin === "adopted"
    ? [{ name: apiAddress, address: apiAddress, server: apiAddress }]
    : members
        .filter(({ role }) => role === "server")
        .map(({ hostName, address }) => ({ name: hostName, address }));

async function read({ kube }: Needs, cluster: ClusterRow): Promise<readonly CertificateEnd[]> {
  const credentials = await kube.credentials(cluster.id);
  if (!credentials.ok) return [];
  const probes = await Promise.all(
    probed(cluster).map((server) => probeServer(credentials.value, server)),
  );
  return probes.flatMap(({ health, certificateEndsAt }) =>
    certificateEndsAt === null
      ? []
      : [{ host: health.name, endsAt: certificateEndsAt.toISOString() }],
  );
}
