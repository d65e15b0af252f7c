import type { Result } from "@/lib/core/result";
import type { FieldHint } from "@/lib/schemas/kube-fields";
import type { Container } from "@/server/container";
import { readFields } from "@/server/kube/write/read-fields";
import { kubeWriter, shownResult, type Asking } from "./kube-writer";

/** Which fields may stand at a place of a text; for the editor's suggestions. */
export async function listFields(
  needs: Pick<Container, "db" | "kube">,
  asking: Asking,
  place: { readonly apiVersion: string; readonly kind: string; readonly path: string },
): Promise<Result<readonly FieldHint[]>> {
  const writer = await kubeWriter(needs, asking);
  if (!writer.ok) return writer;
  const path = place.path === "" ? [] : place.path.split(".");
  return shownResult(await readFields(writer.value.api, { ...place, path }));
}
