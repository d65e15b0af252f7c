import { fail, ok, type Result } from "@/lib/core/result";
import { proxyKubeconfig } from "@/lib/kube/kubeconfig";
import { PROXY_PREFIX } from "@/lib/kube-proxy/proxy-path";
import { clusterRolesFor } from "@/lib/kube/panel-access";
import type { KubeTokenGrant, KubeTokenInput } from "@/lib/schemas/kube-token";
import type { SessionUser } from "@/lib/schemas/session";
import type { Container } from "@/server/container";
import { problemOf } from "@/server/kube/api-failure";
import { panelCertificate, TLS_SERVER_NAME } from "@/server/kube-proxy/panel-certificate";
import { findCluster } from "./cluster-row";
import { kubeTokenRow, WITH_OWNER } from "./kube-token-row";

type Needs = Pick<
  Container,
  "audit" | "clock" | "config" | "db" | "kube" | "kubeTokens" | "redactor" | "vault"
>;

/** Where the browser found the panel; kubectl is sent there too. */
export interface PanelPlace {
  /** Of the Host header. */
  readonly host: string;
  /** Whether a proxy with a certificate of its own stands there. */
  readonly secure: boolean;
}

interface Input extends KubeTokenInput {
  readonly clusterId: string;
  readonly user: Pick<SessionUser, "id" | "name" | "role">;
  readonly address: string;
  readonly place: PanelPlace;
}

const DAY_MS = 24 * 3_600_000;

/** host:port, so that nothing else than an address gets into somebody's kubeconfig. */
const HOST = /^[A-Za-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/;

/** Where kubectl connects to, and how it knows the panel. */
async function addressFor({ config, vault, clock }: Needs, { host, secure }: PanelPlace) {
  const { publicUrl } = config;
  if (publicUrl?.protocol === "https:") return { origin: publicUrl.origin, tls: null };
  if (secure) return { origin: `https://${host}`, tls: null };
  const { certificatePem } = await panelCertificate(vault, clock);
  const tls = { caPem: certificatePem, serverName: TLS_SERVER_NAME };
  return { origin: `https://${publicUrl?.host ?? host}`, tls };
}

/** A kubeconfig that goes through the panel: it needs no way to port 6443, and can be revoked at once. */
export async function createKubeToken(needs: Needs, input: Input): Promise<Result<KubeTokenGrant>> {
  const { audit, db, kube, kubeTokens, redactor } = needs;
  const { clusterId, user, address, name, days, place } = input;
  const cluster = await findCluster(db, clusterId);
  if (!cluster.ok) return cluster;
  const credentials = await kube.credentials(clusterId);
  if (!credentials.ok) return fail(problemOf(credentials.problem));
  if (!HOST.test(place.host)) return fail(noAddress);
  const made = await kubeTokens.create({ userId: user.id, clusterId, name, ttlMs: days * DAY_MS });
  redactor.register(made.token);
  const row = await db.kubeToken.findUniqueOrThrow({ where: { id: made.id }, include: WITH_OWNER });
  const clusterRoles = clusterRolesFor(user.role);
  await audit.record({
    actor: { id: user.id, name: user.name },
    address,
    action: "kubeconfig.create",
    object: `cluster:${clusterId}`,
    detail: { cluster: cluster.value.name, token: name, days, through: "panel", clusterRoles },
  });
  const { origin, tls } = await addressFor(needs, place);
  const server = `${origin}${PROXY_PREFIX}${clusterId}`;
  const context = `${cluster.value.name}-gandalf`;
  return ok({
    token: kubeTokenRow(kubeTokens, row),
    yaml: proxyKubeconfig({ name: context, server, tls, token: made.token }),
    fileName: `${context}.kubeconfig.yaml`,
    server,
    clusterRoles,
  });
}

const noAddress = {
  code: "input.invalid" as const,
  detail: "The panel does not know under which address you reached it.",
  remedies: ["Start the panel with GANDALF_PUBLIC_URL=https://…, then try again."],
};
