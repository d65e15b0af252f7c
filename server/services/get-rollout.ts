import { fail, type Result } from "@/lib/core/result";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { Rollout } from "@/lib/schemas/kube-rollout";
import type { Container } from "@/server/container";
import { problemOf } from "@/server/kube/api-failure";
import { readRollout } from "@/server/kube/write/read-rollout";
import { findCluster } from "./cluster-row";
import { shownResult, type Asking } from "./kube-writer";

/**
 * How far a workload is, why it is not further, and what it can go back to. Read as the panel itself, as lists and
 * objects are: so it can be followed where people have no rights of their own.
 */
export async function getRollout(
  { db, kube }: Pick<Container, "db" | "kube">,
  { clusterId }: Pick<Asking, "clusterId">,
  ref: ObjectRef,
): Promise<Result<Rollout>> {
  const stored = await findCluster(db, clusterId);
  if (!stored.ok) return stored;
  const api = await kube.client(clusterId);
  if (!api.ok) return fail(problemOf(api.problem));
  return shownResult(await readRollout(api.value, ref));
}
