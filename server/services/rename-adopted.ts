import type { Result } from "@/lib/core/result";
import type { AdoptedCluster } from "@/lib/schemas/cluster";
import type { Container } from "@/server/container";
import { isUniqueViolation } from "@/server/db/unique-violation";
import { nameTaken } from "./create-cluster";
import type { Asker } from "@/server/adopt/asker";
import { findAdopted } from "@/server/adopt/find-adopted";

interface Input {
  readonly clusterId: string;
  readonly name: string;
}

/** Changes the panel's name for an adopted cluster. The cluster itself knows nothing of it. */
export async function renameAdopted(
  { db, audit }: Pick<Container, "audit" | "db">,
  { clusterId: id, name }: Input,
  { user, address }: Asker,
): Promise<Result<AdoptedCluster>> {
  const before = await findAdopted(db, id);
  if (!before.ok) return before;
  try {
    await db.cluster.update({ where: { id }, data: { name } });
  } catch (error) {
    if (isUniqueViolation(error)) return nameTaken(name);
    throw error;
  }
  await audit.record({
    ...{ actor: user, address, action: "cluster.rename", object: `cluster:${id}` },
    detail: { from: before.value.name, to: name },
  });
  return findAdopted(db, id);
}
