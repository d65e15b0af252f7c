import { ok, type Result } from "@/lib/core/result";
import { canBeListed, customName, type Discovered } from "@/lib/kube/discovery";
import { ALL_KINDS, isKindName, kindOfObject } from "@/lib/kube/kinds";
import type { KindInfo, KindsAnswer } from "@/lib/schemas/kube-kind";
import type { Container } from "@/server/container";
import { problemOf } from "@/server/kube/api-failure";
import { clusterExists } from "./cluster-exists";

/** The built-in kinds, then whatever else this cluster serves. */
export async function listKubeKinds(
  { db, kube }: Pick<Container, "db" | "kube">,
  clusterId: string,
): Promise<Result<KindsAnswer>> {
  const exists = await clusterExists(db, clusterId);
  if (!exists.ok) return exists;
  const builtIn = ALL_KINDS.map(({ info }) => info);
  const served = await kube.discover(clusterId);
  if (!served.ok) return ok({ kinds: builtIn, problem: problemOf(served.problem) });
  const custom = served.value.filter(isOther).map(toInfo);
  return ok({ kinds: [...builtIn, ...custom], problem: null });
}

/** Older versions and groups of a built-in kind are the same objects again. */
const SAME_OBJECTS = ["events.events.k8s.io"];

const isOther = (resource: Discovered) =>
  canBeListed(resource) &&
  kindOfObject(resource.apiVersion, resource.kind) === undefined &&
  !isKindName(customName(resource)) &&
  !SAME_OBJECTS.includes(customName(resource));

const toInfo = (resource: Discovered): KindInfo => ({
  name: customName(resource),
  group: "custom",
  apiVersion: resource.apiVersion,
  kind: resource.kind,
  label: resource.kind,
  namespaced: resource.namespaced,
  actions: resource.verbs.includes("patch") ? ["edit", "delete"] : [],
  filters: ["namespace", "status", "owner", "trouble"],
  columns: [],
});
