import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import type { HostId } from "@/lib/provision/host";
import { buildHostRebootPlan } from "@/lib/provision/plan/build-host-reboot";
import { buildPreparePlan } from "@/lib/provision/plan/build-prepare";
import type { Plan } from "@/lib/provision/plan/plan";
import { checkHostOperation } from "@/lib/provision/roles/check-host-operation";
import type { K3sArtifacts } from "@/lib/provision/roles/inventory";
import type { ManagedHost } from "@/lib/provision/roles/managed-host";
import type { HostOperation } from "@/lib/schemas/operation";
import type { Database } from "@/server/db/client";
import { isMember, WITH_CLUSTER } from "@/server/hosts/host-row";
import { panelBoot } from "@/server/hosts/panel-boot";
import { NOTHING_TO_PUSH } from "./nothing-to-push";

/** An operation on hosts themselves with everything it needs, ready to be previewed or run. */
export interface LoadedHosts {
  readonly on: "hosts";
  readonly operation: HostOperation;
  readonly hosts: readonly ManagedHost[];
  readonly artifacts: K3sArtifacts;
  readonly plan: Plan;
}

/** Builds the plan of an operation on hosts from what is stored now. */
export async function prepareHosts(
  operation: HostOperation,
  { db }: { readonly db: Database },
): Promise<Result<LoadedHosts>> {
  const hosts = await managedHosts(db, operation.hostIds);
  if (!hosts.ok) return hosts;
  const unfit = checkHostOperation(operation, hosts.value) ?? (await taken(db, operation));
  if (unfit !== null) return fail(unfit);
  const input = { ...operation, hosts: hosts.value, panelBoot: await panelBoot() };
  return ok({
    ...{ on: "hosts", operation, hosts: hosts.value, artifacts: NOTHING_TO_PUSH },
    plan: input.kind === "reboot" ? buildHostRebootPlan(input) : buildPreparePlan(input),
  });
}

async function managedHosts(
  db: Database,
  hostIds: readonly string[],
): Promise<Result<readonly ManagedHost[]>> {
  const ids = [...new Set(hostIds)];
  const rows = await db.host.findMany({ where: { id: { in: ids } }, include: WITH_CLUSTER });
  if (rows.length !== ids.length)
    return fail({
      code: "object.not-found",
      detail: "A host of this job was removed from the panel.",
      remedies: ["Go back to the list of hosts."],
    });
  return ok(
    rows
      .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
      .map((row) => ({
        id: row.id as HostId,
        name: row.name,
        address: row.address,
        port: row.port,
        clusterName: isMember(row) ? (row.members[0]?.cluster.name ?? null) : null,
      })),
  );
}

/** A name or an address that another host of the inventory has. */
async function taken(db: Database, operation: HostOperation): Promise<Problem | null> {
  if (operation.kind !== "prepare-host") return null;
  const { hostName, address } = operation.settings;
  const others = { id: { notIn: operation.hostIds } };
  const named =
    hostName === undefined
      ? null
      : await db.host.findFirst({ where: { ...others, name: hostName } });
  if (named !== null) return conflict("hostName", `Another host is called ${named.name} already.`);
  const own = address?.address.split("/")[0];
  const there =
    own === undefined ? null : await db.host.findFirst({ where: { ...others, address: own } });
  return there === null
    ? null
    : conflict("address.address", `${own ?? ""} is the address of ${there.name}.`);
}

const conflict = (field: string, detail: string): Problem => ({
  code: "object.conflict",
  detail,
  remedies: ["Choose another one."],
  fields: { [`settings.${field}`]: detail },
});
