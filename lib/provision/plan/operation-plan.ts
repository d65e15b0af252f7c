import { assertNever } from "@/lib/core/assert-never";
import { fail, ok, type Result } from "@/lib/core/result";
import { buildCreatePlan } from "@/lib/provision/plan/build-create";
import { buildDeletePlan } from "@/lib/provision/plan/build-delete";
import { buildRemoveHostPlan } from "@/lib/provision/plan/build-remove-host";
import type { PlanHost, PlanInput } from "@/lib/provision/roles/inventory";
import type { ClusterSpec } from "@/lib/schemas/cluster-spec";
import type { ClusterOperation } from "@/lib/schemas/operation";
import type { Plan } from "./plan";

/** The settings as they are once the operation has succeeded. */
export function specAfter(operation: ClusterOperation, spec: ClusterSpec): Result<ClusterSpec> {
  switch (operation.kind) {
    case "create":
    case "apply":
    case "delete":
      return ok(spec);
    case "reboot":
      return rebooted(operation.hostIds, spec);
    case "add-host": {
      const { hostId, role } = operation;
      if (spec.members.some((member) => member.hostId === hostId)) return ok(spec);
      return ok({ ...spec, members: [...spec.members, { hostId, role }] });
    }
    case "remove-host":
      return withoutHost(spec, operation.hostId);
    default:
      return assertNever(operation);
  }
}

function withoutHost(spec: ClusterSpec, hostId: string): Result<ClusterSpec> {
  const leaving = spec.members.find((member) => member.hostId === hostId);
  if (leaving === undefined)
    return refuse("This host is not in the cluster.", "Read the page again.");
  if (leaving.role === "load-balancer" || leaving.role === "datastore")
    return refuse(
      `The cluster cannot live without its ${leaving.role}.`,
      "Delete the cluster, or give the role to another host first.",
    );
  const members = spec.members.filter((member) => member.hostId !== hostId);
  if (!members.some((member) => member.role === "server"))
    return refuse(
      "This is the cluster's last server.",
      "Delete the cluster, or add another server first.",
    );
  return ok({ ...spec, members });
}

function rebooted(hostIds: readonly string[], spec: ClusterSpec): Result<ClusterSpec> {
  const members = new Set(spec.members.map((member) => member.hostId));
  if (hostIds.every((id) => members.has(id))) return ok(spec);
  return refuse("A host that is to be rebooted is not in the cluster.", "Read the page again.");
}

const refuse = (detail: string, remedy: string): Result<never> =>
  fail({ code: "input.invalid", detail, remedies: [remedy] });

/** The plan of an operation that changes a cluster. `input` holds the settings after it; `leaving` the host that goes. */
export function operationPlan(
  operation: Exclude<ClusterOperation, { kind: "reboot" }>,
  input: PlanInput,
  leaving: PlanHost | null,
): Plan {
  switch (operation.kind) {
    case "create":
    case "apply":
    case "add-host":
      return buildCreatePlan(input);
    case "remove-host":
      if (leaving === null) throw new Error("remove-host without a host");
      return buildRemoveHostPlan({ ...input, removed: { ...leaving, gone: operation.gone } });
    case "delete":
      return buildDeletePlan(input);
    default:
      return assertNever(operation);
  }
}
