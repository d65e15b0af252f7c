import type { Result } from "@/lib/core/result";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { BlastRadius } from "@/lib/schemas/kube-blast";
import type { Container } from "@/server/container";
import { readBlast } from "@/server/kube/write/read-blast";
import { kubeWriter, shownResult, type Asking } from "./kube-writer";

/** What goes with an object when it is deleted. */
export async function getBlastRadius(
  needs: Pick<Container, "db" | "kube">,
  asking: Asking,
  ref: ObjectRef,
): Promise<Result<BlastRadius>> {
  const writer = await kubeWriter(needs, asking);
  if (!writer.ok) return writer;
  return shownResult(await readBlast(writer.value.api, ref));
}
