import { ok, type Result } from "@/lib/core/result";
import type { KubeTokenRow } from "@/lib/schemas/kube-token";
import type { SessionUser } from "@/lib/schemas/session";
import { allows } from "@/server/auth/permissions";
import type { Container } from "@/server/container";
import { findCluster } from "./cluster-row";
import { kubeTokenRow, WITH_OWNER } from "./kube-token-row";

/** One's own; everybody's for whoever may manage them. */
export const ownTokens = ({ id, role }: Pick<SessionUser, "id" | "role">) =>
  allows(role, "kubeconfig:manage") ? {} : { userId: id };

/** Kubeconfigs in force that go through the panel to this cluster, newest first. */
export async function listKubeTokens(
  { db, clock, kubeTokens }: Pick<Container, "db" | "clock" | "kubeTokens">,
  { clusterId, user }: { clusterId: string; user: Pick<SessionUser, "id" | "role"> },
): Promise<Result<{ tokens: readonly KubeTokenRow[] }>> {
  const cluster = await findCluster(db, clusterId);
  if (!cluster.ok) return cluster;
  const expiresAt = { gt: new Date(clock.nowMs()) };
  const rows = await db.kubeToken.findMany({
    where: { clusterId, revokedAt: null, expiresAt, ...ownTokens(user) },
    include: WITH_OWNER,
    orderBy: { createdAt: "desc" },
  });
  return ok({ tokens: rows.map((row) => kubeTokenRow(kubeTokens, row)) });
}
