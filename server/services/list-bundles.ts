import type { Bundle, BundleRow } from "@/lib/schemas/artifact";
import { clusterSpec } from "@/lib/schemas/cluster-spec";
import type { Container } from "@/server/container";
import type { Database } from "@/server/db/client";

/** All bundles on the panel, and which clusters and drafts name them. */
export async function listBundles({
  artifacts,
  db,
}: Pick<Container, "artifacts" | "db">): Promise<readonly BundleRow[]> {
  const [bundles, users] = await Promise.all([artifacts.bundles(), bundleUsers(db)]);
  return bundles.map((bundle) => withUsers(bundle, users));
}

/** The bundle with the names of its users. */
export const withUsers = (
  bundle: Bundle,
  users: ReadonlyMap<string, readonly string[]>,
): BundleRow => ({ ...bundle, usedBy: users.get(bundle.id) ?? [] });

/** Bundle id → names of clusters and drafts that are built from it. */
export async function bundleUsers(db: Database): Promise<ReadonlyMap<string, readonly string[]>> {
  const users = new Map<string, string[]>();
  const clusters = await db.cluster.findMany({ orderBy: { name: "asc" } });
  for (const { name, spec } of clusters) {
    const { source } = clusterSpec.parse(JSON.parse(spec));
    if (source.kind !== "bundle") continue;
    users.set(source.bundleId, [...(users.get(source.bundleId) ?? []), name]);
  }
  return users;
}
