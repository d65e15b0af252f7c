import type { Result } from "@/lib/core/result";
import type { EditableObject, EditInput } from "@/lib/schemas/kube-change";
import type { Container } from "@/server/container";
import { openForEdit } from "@/server/kube/write/edit-object";
import { kubeWriter, shownResult, type Asking } from "./kube-writer";

/** An object as text, for the editor. */
export async function openObject(
  needs: Pick<Container, "db" | "kube">,
  asking: Asking,
  ref: EditInput["object"],
): Promise<Result<EditableObject>> {
  const writer = await kubeWriter(needs, asking);
  if (!writer.ok) return writer;
  return shownResult(await openForEdit(writer.value.api, ref));
}
