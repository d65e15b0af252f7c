import type { Result } from "@/lib/core/result";
import { sayRef } from "@/lib/kube-write/manifest";
import type { EditInput, EditReport } from "@/lib/schemas/kube-change";
import type { Container } from "@/server/container";
import { saveEdit } from "@/server/kube/write/edit-object";
import { kubeWriter, shownResult, type Asking } from "./kube-writer";

/** Tries or saves what somebody edited, on top of what the object is by now. */
export async function editObject(
  needs: Pick<Container, "db" | "kube" | "audit">,
  asking: Asking,
  input: EditInput,
): Promise<Result<EditReport>> {
  const writer = await kubeWriter(needs, asking);
  if (!writer.ok) return writer;
  const saved = await saveEdit(writer.value.api, input);
  if (saved.ok && saved.value.outcome === "changed")
    await needs.audit.record({
      actor: { id: asking.user.id, name: asking.user.name },
      address: asking.address,
      action: "kube.edit",
      object: `cluster:${asking.clusterId}`,
      detail: { cluster: writer.value.clusterName, object: sayRef(input.object) },
    });
  return shownResult(saved);
}
