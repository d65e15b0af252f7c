import { fail, ok, type Result } from "@/lib/core/result";
import type { HostId } from "@/lib/provision/host";
import { buildRebootPlan } from "@/lib/provision/plan/build-reboot";
import { operationPlan, specAfter } from "@/lib/provision/plan/operation-plan";
import type { Plan } from "@/lib/provision/plan/plan";
import { checkPlanInput } from "@/lib/provision/roles/check-input";
import type { K3sArtifacts, PlanHost } from "@/lib/provision/roles/inventory";
import type { Arch } from "@/lib/schemas/artifact";
import type { ClusterSpec } from "@/lib/schemas/cluster-spec";
import { hostFacts } from "@/lib/schemas/host-facts";
import { type ClusterOperation, operation as operationSchema } from "@/lib/schemas/operation";
import type { Role } from "@/lib/schemas/role";
import type { Artifacts } from "@/server/artifacts/artifacts";
import type { Container } from "@/server/container";
import type { Database } from "@/server/db/client";
import type { Vault } from "@/server/secrets/vault";
import { panelBoot } from "@/server/hosts/panel-boot";
import { clusterGone, findBuiltCluster } from "@/server/services/cluster-row";
import { clusterSecrets } from "@/server/services/cluster-secrets";
import { type LoadedSite, prepareSite } from "@/server/network/apply/load-site";
import { type LoadedHosts, prepareHosts } from "./load-hosts";
import { NOTHING_TO_PUSH } from "./nothing-to-push";

/** An operation on a cluster with everything it needs, ready to be previewed or run. */
export interface LoadedOperation {
  readonly on: "cluster";
  readonly clusterId: string;
  readonly clusterName: string;
  readonly operation: ClusterOperation;
  /** The settings once it has succeeded. */
  readonly spec: ClusterSpec;
  readonly hosts: readonly PlanHost[];
  readonly leaving: PlanHost | null;
  readonly artifacts: K3sArtifacts;
  readonly plan: Plan;
}

interface Parts {
  readonly db: Database;
  readonly vault: Vault;
  readonly artifacts: Artifacts;
}

type SiteParts = Parts & Pick<Container, "ssh" | "clock" | "config">;

/** Reads what a job was started with. */
export async function loadOperation(
  jobId: string,
  parts: SiteParts,
): Promise<Result<LoadedOperation | LoadedHosts | LoadedSite>> {
  const job = await parts.db.job.findUniqueOrThrow({ where: { id: jobId } });
  const operation = operationSchema.parse(JSON.parse(job.operation));
  if ("siteId" in operation) return prepareSite(operation, parts);
  if (operation.kind === "prepare-host") return prepareHosts(operation, parts);
  if (job.clusterId !== null) return prepareOperation(job.clusterId, operation, parts);
  return operation.kind === "reboot" ? prepareHosts(operation, parts) : clusterGone();
}

/** Builds the plan of an operation on a cluster from what is stored now. */
export async function prepareOperation(
  clusterId: string,
  operation: ClusterOperation,
  parts: Parts,
): Promise<Result<LoadedOperation>> {
  const found = await findBuiltCluster(parts.db, clusterId, "A plan");
  if (!found.ok) return found;
  const { spec: before, name: clusterName } = found.value;
  const spec = specAfter(operation, before);
  if (!spec.ok) return spec;
  const hosts = await planHosts(spec.value.members, parts.db);
  if (!hosts.ok) return hosts;
  const leavingMember =
    operation.kind === "remove-host"
      ? before.members.filter((member) => member.hostId === operation.hostId)
      : [];
  const leaving = await planHosts(leavingMember, parts.db);
  if (!leaving.ok) return leaving;
  if (operation.kind === "reboot")
    return ok({
      ...{ on: "cluster", clusterId, clusterName, operation, spec: spec.value },
      ...{ hosts: hosts.value, leaving: null, artifacts: NOTHING_TO_PUSH },
      plan: buildRebootPlan({
        ...operation,
        hosts: hosts.value,
        apiAddress: spec.value.apiAddress,
        panelBoot: await panelBoot(),
      }),
    });
  const arches = [...new Set(k3sHosts(hosts.value).map((host) => host.arch))];
  const artifacts = await parts.artifacts.resolve({
    source: spec.value.source,
    version: spec.value.k3sVersion,
    arches,
  });
  if (!artifacts.ok) return artifacts;
  const secrets = await clusterSecrets(parts.vault, clusterId);
  const input = { spec: spec.value, hosts: hosts.value, secrets, artifacts: artifacts.value };
  const unfit = checkPlanInput(input);
  if (unfit !== null) return fail(unfit);
  const leaver = leaving.value[0] ?? null;
  return ok({
    on: "cluster",
    clusterId,
    clusterName,
    operation,
    spec: spec.value,
    hosts: hosts.value,
    leaving: leaver,
    artifacts: artifacts.value,
    plan: operationPlan(operation, input, leaver),
  });
}

const k3sHosts = (hosts: readonly PlanHost[]) =>
  hosts.filter((host) => host.role === "server" || host.role === "agent");

async function planHosts(
  members: readonly { hostId: string; role: Role }[],
  db: Database,
): Promise<Result<readonly PlanHost[]>> {
  const rows = await db.host.findMany({ where: { id: { in: members.map((m) => m.hostId) } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const hosts: PlanHost[] = [];
  for (const { hostId, role } of members) {
    const row = byId.get(hostId);
    if (row === undefined) return unknownHost();
    const arch = archOf(row.facts);
    if (arch === null) return unread(row.name);
    hosts.push({ id: row.id as HostId, name: row.name, address: row.address, arch, role });
  }
  return ok(hosts);
}

function archOf(facts: string | null): Arch | null {
  if (facts === null) return null;
  const parsed = hostFacts.safeParse(JSON.parse(facts));
  return parsed.success ? parsed.data.arch.k3s : null;
}

const unknownHost = (): Result<never> =>
  fail({
    code: "object.not-found",
    detail: "A host of this cluster was removed from the panel.",
    remedies: ["Add the host again, or remove it from the cluster."],
  });

const unread = (name: string): Result<never> =>
  fail({
    code: "host.unsuitable",
    detail: `The panel does not know the architecture of ${name} yet, or k3s is not built for it.`,
    remedies: [`Check ${name} on the Hosts page; then make the plan again.`],
  });
