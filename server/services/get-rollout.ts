import type { Result } from "@/lib/core/result";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { Rollout } from "@/lib/schemas/kube-rollout";
import type { Container } from "@/server/container";
import { readRollout } from "@/server/kube/write/read-rollout";
import { kubeWriter, shownResult, type Asking } from "./kube-writer";

/** How far a workload is, why it is not further, and what it can go back to. */
export async function getRollout(
  needs: Pick<Container, "db" | "kube">,
  asking: Asking,
  ref: ObjectRef,
): Promise<Result<Rollout>> {
  const writer = await kubeWriter(needs, asking);
  if (!writer.ok) return writer;
  return shownResult(await readRollout(writer.value.api, ref));
}
