import { ok, type Result } from "@/lib/core/result";
import type { OpeningRow } from "@/lib/schemas/opening";
import type { Container } from "@/server/container";
import { clusterExists } from "./cluster-exists";
import { type Looker, maySee, openingRow } from "./opening-row";

/** Apps of this cluster that are open now, newest first. */
export async function listOpenings(
  { db, openings }: Pick<Container, "db" | "openings">,
  { clusterId, ...looker }: Looker & { readonly clusterId: string },
): Promise<Result<{ openings: readonly OpeningRow[] }>> {
  const exists = await clusterExists(db, clusterId);
  if (!exists.ok) return exists;
  const seen = openings.list(clusterId).filter((opening) => maySee(opening, looker));
  return ok({ openings: seen.map((opening) => openingRow(opening, looker)).reverse() });
}
