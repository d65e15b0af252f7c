import { ok, type Result } from "@/lib/core/result";
import type { DrainAnswer } from "@/lib/schemas/kube-drain";
import type { Container } from "@/server/container";
import { readDrain } from "@/server/kube/write/read-drain";
import { kubeWriter, shownResult, type Asking } from "./kube-writer";

/** What a drain of a node would do, and how the one that runs is doing. */
export async function previewDrain(
  needs: Pick<Container, "db" | "kube" | "drains">,
  asking: Asking,
  node: string,
): Promise<Result<DrainAnswer>> {
  const writer = await kubeWriter(needs, asking);
  if (!writer.ok) return writer;
  const preview = await readDrain(writer.value.api, node);
  if (!preview.ok) return shownResult(preview);
  return ok({ preview: preview.value, progress: needs.drains.find(asking.clusterId, node) });
}
