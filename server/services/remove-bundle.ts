import { fail, ok, type Result } from "@/lib/core/result";
import type { Container } from "@/server/container";
import { auditOf, type RequestedBy } from "@/server/hosts/requested-by";
import { bundleUsers } from "./list-bundles";

/** Ends an upload, or removes a bundle that no cluster and no draft names. */
export async function removeBundle(
  { artifacts, audit, db }: Pick<Container, "artifacts" | "audit" | "db">,
  id: string,
  by: RequestedBy,
): Promise<Result<void>> {
  if (await artifacts.uploads.discard(id)) return ok(undefined);
  const bundle = await artifacts.shelf.find(id);
  if (bundle === null) return gone;
  const users = (await bundleUsers(db)).get(id) ?? [];
  if (users.length > 0) return fail(inUse(bundle.name, users));
  await artifacts.shelf.remove(id);
  await audit.record({
    ...auditOf(by),
    action: "bundle.remove",
    object: `bundle:${id}`,
    detail: { version: bundle.version },
  });
  return ok(undefined);
}

const gone = fail({
  code: "object.not-found" as const,
  detail: "There is no such bundle any more.",
  remedies: ["Open the page again to see what is there."],
});

const inUse = (bundle: string, users: readonly string[]) => ({
  code: "object.conflict" as const,
  detail: `${bundle} is used by ${users.join(", ")}: repairs and new nodes are installed from it.`,
  remedies: ["Delete the cluster, discard the draft, or choose another source there."],
});
