import { ok, type Result } from "@/lib/core/result";
import { isDatastoreCheck } from "@/lib/kube/health-checks";
import type { NodeRow } from "@/lib/kube/kinds/node";
import type { KubeCredentials } from "@/lib/kube/kubeconfig";
import { versionSkew } from "@/lib/kube/version-skew";
import type { ClusterRow } from "@/lib/schemas/cluster";
import type { CertificateHealth, ClusterHealth } from "@/lib/schemas/kube";
import type { Container } from "@/server/container";
import type { ApiClient } from "@/server/kube/api-client";
import { problemOf } from "@/server/kube/api-failure";
import { certificateEndOf } from "@/server/kube/certificate-end";
import { probeServer, type ServerProbe } from "@/server/kube/probe-server";
import { clusterRow, findCluster } from "./cluster-row";

type Needs = Pick<Container, "db" | "kube" | "clock">;

const READ_TIMEOUT_MS = 4_000;

/** Measures the API through the load balancer, each server by itself, the datastore and the certificates, now. */
export async function clusterHealth(
  needs: Needs,
  clusterId: string,
): Promise<Result<ClusterHealth>> {
  const stored = await findCluster(needs.db, clusterId);
  if (!stored.ok) return stored;
  const cluster = clusterRow(stored.value);
  const credentials = await needs.kube.credentials(clusterId);
  if (!credentials.ok) return { ok: false, problem: problemOf(credentials.problem) };
  const client = await needs.kube.client(clusterId);
  if (!client.ok) return { ok: false, problem: problemOf(client.problem) };
  const api = client.value;
  const [front, servers, datastore, version, nodes] = await Promise.all([
    probeServer(credentials.value, through(cluster)),
    probeServers(cluster, credentials.value),
    readDatastore(api),
    api.json<{ gitVersion?: string }>({ path: "/version", timeoutMs: READ_TIMEOUT_MS }),
    needs.kube.look(clusterId, "nodes"),
  ]);
  const failing = front.health.failing.filter(isDatastoreCheck);
  return ok({
    measuredAt: new Date(needs.clock.nowMs()).toISOString(),
    api: front.health,
    servers: servers.map(({ health }) => health),
    datastore: {
      kind: datastoreKind(cluster),
      ok: datastore.ok && failing.length === 0,
      readMs: datastore.ok ? datastore.value.durationMs : null,
      failing,
      problem: datastore.ok ? null : problemOf(datastore.problem),
    },
    certificates: certificates(front, servers, credentials.value),
    versions: versionSkew(
      version.ok ? (version.value.gitVersion ?? null) : null,
      (nodes.rows?.values() ?? []) as Iterable<NodeRow>,
    ),
  });
}

/** The API as people reach it: an adopted cluster's whole address is known, a built one's host. */
const through = ({ origin, apiAddress: address }: ClusterRow) =>
  origin === "built" ? { name: "api", address } : { name: "api", address, server: address };

function datastoreKind(cluster: ClusterRow): ClusterHealth["datastore"]["kind"] {
  if (cluster.origin === "adopted") return "its-own";
  return cluster.spec.topology === "single-server" ? "sqlite" : "external-database";
}

const probeServers = ({ members }: ClusterRow, credentials: KubeCredentials) =>
  Promise.all(
    members
      .filter(({ role }) => role === "server")
      .map(({ hostName, address }) => probeServer(credentials, { name: hostName, address })),
  );

/**
 * A GET of a single object without a resource version has to be read from the datastore; lists may come from the
 * API's cache. Source: Kubernetes API concepts, "Resource versions".
 */
const readDatastore = (api: ApiClient) =>
  api.text({ path: "/api/v1/namespaces/kube-system", timeoutMs: READ_TIMEOUT_MS });

function certificates(
  front: ServerProbe,
  servers: readonly ServerProbe[],
  { identity }: KubeCredentials,
): readonly CertificateHealth[] {
  const shown = (probe: ServerProbe, name: CertificateHealth["name"]): CertificateHealth => ({
    host: probe.health.name,
    name,
    expiresAt: probe.certificateEndsAt?.toISOString() ?? null,
    problem: probe.problem,
  });
  const own =
    identity.kind === "certificate"
      ? [
          {
            host: "panel",
            name: "panel" as const,
            expiresAt: certificateEndOf(identity.certificatePem)?.toISOString() ?? null,
            problem: null,
          },
        ]
      : [];
  return [
    shown(front, "load-balancer"),
    ...servers.map((probe) => shown(probe, "serving")),
    ...own,
  ];
}
