import { stringify } from "yaml";
import { ok, type Result } from "@/lib/core/result";
import { cleanObject } from "@/lib/kube/view-object";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { Container } from "@/server/container";
import { findObject } from "./find-kube-object";

/** A file to be saved. */
export interface ObjectFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly text: string;
}

/** The whole object, however large, without managed fields and without values of secrets. */
export async function readObjectFile(
  needs: Pick<Container, "db" | "kube">,
  clusterId: string,
  { format, ...ref }: ObjectRef & { readonly format: "yaml" | "json" },
): Promise<Result<ObjectFile>> {
  const found = await findObject(needs, clusterId, ref);
  if (!found.ok) return found;
  const object = cleanObject(found.value.object);
  return ok({
    fileName: `${ref.kind}-${ref.name}.${format}`.replace(/[^A-Za-z0-9._-]/g, "-"),
    mediaType: format === "yaml" ? "application/yaml" : "application/json",
    text: format === "yaml" ? stringify(object, { lineWidth: 0 }) : JSON.stringify(object, null, 2),
  });
}
