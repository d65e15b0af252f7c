import type { Readable } from "node:stream";
import { ok, type Result } from "@/lib/core/result";
import type { ReceivedFileAnswer } from "@/lib/schemas/artifact";
import type { Container } from "@/server/container";
import { auditOf, type RequestedBy } from "@/server/hosts/requested-by";
import { withUsers } from "./list-bundles";

/** Takes in one file of an upload; with the last one the bundle stands, and the audit says who brought it. */
export async function receiveBundleFile(
  { artifacts, audit }: Pick<Container, "artifacts" | "audit">,
  { id, name, source }: { readonly id: string; readonly name: string; readonly source: Readable },
  by: RequestedBy,
): Promise<Result<ReceivedFileAnswer>> {
  const arrived = await artifacts.uploads.receive(id, name, source);
  if (!arrived.ok) return arrived;
  const { file, bundle } = arrived.value;
  if (bundle === null) return ok({ file, bundle });
  await audit.record({
    ...auditOf(by),
    action: "bundle.upload",
    object: `bundle:${id}`,
    detail: {
      version: bundle.version,
      files: bundle.files.map((kept) => `${kept.name} ${kept.sha256}`).join(", "),
    },
  });
  return ok({ file, bundle: withUsers(bundle, new Map()) });
}
