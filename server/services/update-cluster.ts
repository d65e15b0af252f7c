import { fail, ok, type Result } from "@/lib/core/result";
import type { ClusterRow } from "@/lib/schemas/cluster";
import type { ClusterSpec } from "@/lib/schemas/cluster-spec";
import type { Container } from "@/server/container";
import { checkMembers } from "./check-members";
import { clusterRow, findBuiltCluster, findCluster } from "./cluster-row";
import { nameTaken } from "./create-cluster";
import { storeSpec } from "./store-spec";

type Parts = Pick<Container, "db" | "bus">;

/**
 * Must be the same on every server from the first start on.
 * Source: k3s documentation, "Server roles: values that must be identical".
 */
const FIXED = [
  "name",
  "topology",
  "clusterCidr",
  "serviceCidr",
  "clusterDns",
  "clusterDomain",
] as const;

/** Stores new settings. A draft may change in every way; a living cluster not in what k3s fixes. */
export async function updateCluster(
  { db, bus }: Parts,
  id: string,
  spec: ClusterSpec,
): Promise<Result<ClusterRow>> {
  const found = await findBuiltCluster(db, id, "Changing its settings");
  if (!found.ok) return found;
  const row = found.value;
  if (row.runningJobId !== null) return busy(row.name);
  if (row.state !== "draft") {
    const fixed = FIXED.find((key) => spec[key] !== row.spec[key]);
    if (fixed !== undefined) return refuseFixed(row.name, fixed);
    if (JSON.stringify(spec.members) !== JSON.stringify(row.spec.members)) return useJobs(row.name);
  }
  const members = await checkMembers(db, spec, id);
  if (!members.ok) return members;
  const sameName = await db.cluster.findUnique({ where: { name: spec.name } });
  if (sameName !== null && sameName.id !== id) return nameTaken(spec.name);
  await db.$transaction((tx) => storeSpec(tx, id, spec));
  bus.emit("hosts.changed", {});
  const updated = await findCluster(db, id);
  return updated.ok ? ok(clusterRow(updated.value)) : updated;
}

const busy = (name: string): Result<never> =>
  fail({
    code: "job.busy",
    detail: `A job is running on ${name}; its settings stay as they are until it ends.`,
    remedies: ["Wait for the job, or cancel it."],
  });

const refuseFixed = (name: string, key: string): Result<never> =>
  fail({
    code: "input.invalid",
    detail: `${key} of ${name} cannot change after it was created: k3s fixes it at the first start.`,
    remedies: ["Keep the value, or create a new cluster."],
    fields: { [key]: "Fixed since the first start." },
  });

const useJobs = (name: string): Result<never> =>
  fail({
    code: "input.invalid",
    detail: `Hosts join and leave ${name} by jobs of their own.`,
    remedies: ["Use Add a node or Remove on the cluster's page."],
    fields: { members: "Use Add a node or Remove on the cluster's page." },
  });
