import { parseQuantity } from "@/lib/kube/quantity";
import type { AppCheck } from "@/lib/schemas/app-check";
import { amountText } from "./amount";
import { askedOf, computeOf, type Counted, podsOf } from "./asked";
import { withDefaults } from "./with-defaults";
import type { AppWorld, RawQuota } from "./world";

/** Whether the namespace's quotas have room for the app, or for what it asks more than now. */
export function quotaChecks(objects: readonly Counted[], world: AppWorld): readonly AppCheck[] {
  const wanted = withDefaults(objects, world);
  return world.quotas.filter(countsApps).flatMap((quota) => {
    const wrong = [...missingIn(wanted, quota), ...exceeded(wanted, quota, world.existing)];
    if (wrong.length > 0) return wrong;
    return [{ code: "quota-holds", field: "replicas", quota: quota.metadata.name } as const];
  });
}

/** Pods of these templates run on and ask for something. Source: Kubernetes, "Quota scopes". */
const countsApps = ({ spec }: RawQuota) =>
  spec?.scopeSelector === undefined &&
  (spec?.scopes ?? []).every((scope) => scope === "NotTerminating" || scope === "NotBestEffort");

/** A quota of a resource lets nobody in who does not say how much of it. */
function missingIn(objects: readonly Counted[], quota: RawQuota): readonly AppCheck[] {
  const containers = podsOf(objects).flatMap((pods) => pods.containers);
  return Object.keys(quota.status?.hard ?? {}).flatMap((resource) => {
    const at = computeOf(resource);
    if (at === null || containers.every((each) => each[at[0]][at[1]] !== undefined)) return [];
    return [{ code: "quota-asks", field: "cpuMillis", quota: quota.metadata.name, resource }];
  });
}

function exceeded(
  objects: readonly Counted[],
  { metadata, status = {} }: RawQuota,
  existing: readonly Counted[],
): readonly AppCheck[] {
  return Object.entries(status.hard ?? {}).flatMap(([resource, hard]) => {
    const wanted = askedOf(objects, resource);
    if (wanted === null) return [];
    const asked = wanted - (askedOf(existing, resource) ?? 0); // the rest is counted already
    const left = (parseQuantity(hard) ?? 0) - (parseQuantity(status.used?.[resource]) ?? 0);
    if (asked <= left || asked <= 0) return [];
    const amounts = { asked: amountText(resource, asked), left: amountText(resource, left) };
    return [{ code: "quota", field: "replicas", quota: metadata.name, resource, ...amounts }];
  });
}
