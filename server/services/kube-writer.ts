import { fail, ok, type Result } from "@/lib/core/result";
import type { Problem } from "@/lib/core/problem";
import type { SessionUser } from "@/lib/schemas/session";
import type { Container } from "@/server/container";
import type { ApiClient } from "@/server/kube/api-client";
import { problemOf } from "@/server/kube/api-failure";
import { asUser } from "@/server/kube/write/as-user";
import { findCluster } from "./cluster-row";

/** Who asks for a change, and from where. */
export interface Asking {
  readonly clusterId: string;
  readonly user: Pick<SessionUser, "id" | "name" | "role">;
  readonly address: string;
}

export interface KubeWriter {
  readonly api: ApiClient;
  readonly clusterName: string;
}

/** A connection to the cluster with the rights of whoever asks. */
export async function kubeWriter(
  { db, kube }: Pick<Container, "db" | "kube">,
  { clusterId, user }: Pick<Asking, "clusterId" | "user">,
): Promise<Result<KubeWriter>> {
  const stored = await findCluster(db, clusterId);
  if (!stored.ok) return stored;
  const api = await kube.client(clusterId);
  if (!api.ok) return fail(problemOf(api.problem));
  const ready = await kube.ensureGroups(clusterId);
  if (!ready.ok) return fail(problemOf(ready.problem));
  return ok({ api: asUser(api.value, user), clusterName: stored.value.name });
}

/** A failure as it goes to browsers: without what only the server needs. */
export const shownProblem = <P extends Problem>({
  code,
  detail,
  remedies,
  fields,
}: P): Problem => ({
  code,
  detail,
  remedies,
  ...(fields === undefined ? {} : { fields }),
});

/** The same for a result. */
export const shownResult = <T>(result: Result<T, Problem>): Result<T> =>
  result.ok ? result : fail(shownProblem(result.problem));
