import { fail, ok, type Result } from "@/lib/core/result";
import type { ClusterRow } from "@/lib/schemas/cluster";
import type { ClusterSpec } from "@/lib/schemas/cluster-spec";
import type { Container } from "@/server/container";
import { checkMembers } from "./check-members";
import { clusterRow, findCluster } from "./cluster-row";
import { storeSpec } from "./store-spec";

type Parts = Pick<Container, "db" | "bus">;

/** Stores a draft: settings and members, nothing touched on any host. */
export async function createCluster(
  { db, bus }: Parts,
  spec: ClusterSpec,
): Promise<Result<ClusterRow>> {
  const members = await checkMembers(db, spec, null);
  if (!members.ok) return members;
  const sameName = await db.cluster.findUnique({ where: { name: spec.name } });
  if (sameName !== null) return nameTaken(spec.name);
  const id = await db.$transaction(async (tx) => {
    const created = await tx.cluster.create({
      data: { name: spec.name, spec: JSON.stringify(spec) },
    });
    await storeSpec(tx, created.id, spec);
    return created.id;
  });
  bus.emit("hosts.changed", {});
  const stored = await findCluster(db, id);
  return stored.ok ? ok(clusterRow(stored.value)) : stored;
}

/** Shared with renaming. */
export const nameTaken = (name: string): Result<never> =>
  fail({
    code: "object.conflict",
    detail: `A cluster named ${name} exists already.`,
    remedies: ["Choose another name."],
    fields: { name: `A cluster named ${name} exists already. Choose another name.` },
  });
