import { ok, type Result } from "@/lib/core/result";
import type { Container } from "@/server/container";
import type { ApiClient } from "@/server/kube/api-client";
import type { ApiFailure } from "@/server/kube/api-failure";

/** A cluster that is away is not waited for: it will be asked next time. */
const TIMEOUT_MS = 3_000;

/** What a cluster is known by: its namespace kube-system lives as long as it does. */
export async function systemUid(
  api: Pick<ApiClient, "json">,
  timeoutMs?: number,
): Promise<Result<string, ApiFailure>> {
  const path = "/api/v1/namespaces/kube-system";
  const asked = { path, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
  const answer = await api.json<{ metadata?: { uid?: string } }>(asked);
  return answer.ok ? ok(answer.value.metadata?.uid ?? "") : answer;
}

/** The cluster of this panel that has this UID. Those whose UID is not known yet are asked, and it is kept. */
export async function clusterWithUid(
  { db, kube }: Pick<Container, "db" | "kube">,
  uid: string,
): Promise<{ readonly id: string; readonly name: string } | null> {
  const unknown = await db.cluster.findMany({ where: { systemUid: null, state: "ready" } });
  await Promise.all(
    unknown.map(async ({ id }) => {
      const api = await kube.client(id);
      const asked = api.ok ? await systemUid(api.value, TIMEOUT_MS) : api;
      if (asked.ok)
        await db.cluster.updateMany({ where: { id }, data: { systemUid: asked.value } });
    }),
  );
  return db.cluster.findUnique({ where: { systemUid: uid }, select: { id: true, name: true } });
}
