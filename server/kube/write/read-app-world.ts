import type { AppWorld } from "@/lib/app-checks/world";
import type { Problem } from "@/lib/core/problem";
import { type Manifest, refOf } from "@/lib/kube-write/manifest";
import type { RawObject } from "@/lib/kube-write/raw-objects";
import type { ApiClient } from "@/server/kube/api-client";
import { findObject, listObjects } from "./object-access";

/** All but what registries say. */
type ClusterWorld = Omit<AppWorld, "images">;

/** Where the rest is listed, and which kinds of objects it matters for; [] for all. */
const LISTS = {
  ingresses: ["/apis/networking.k8s.io/v1/ingresses", ["Ingress"]],
  ingressClasses: ["/apis/networking.k8s.io/v1/ingressclasses", ["Ingress"]],
  services: ["/api/v1/services", ["Service"]],
  quotas: ["/api/v1/namespaces/:namespace/resourcequotas", []],
  limits: ["/api/v1/namespaces/:namespace/limitranges", []],
  classes: ["/apis/storage.k8s.io/v1/storageclasses", ["PersistentVolumeClaim"]],
  nodes: ["/api/v1/nodes", []],
} as const satisfies Partial<Record<keyof ClusterWorld, readonly [string, readonly string[]]>>;

/** Reads what is there before an app comes, and what of it could not be read. */
export async function readAppWorld(
  api: ApiClient,
  objects: readonly Manifest[],
): Promise<{ readonly world: ClusterWorld; readonly unknown: readonly Problem[] }> {
  const unknown: Problem[] = [];
  const kinds = objects.filter(isWorthAsking).map(({ kind }) => kind);
  const [first] = objects;
  const namespace = first === undefined ? "default" : refOf(first).namespace;
  const list = async <T extends RawObject>(name: keyof typeof LISTS): Promise<readonly T[]> => {
    const [path, mattersFor]: readonly [string, readonly string[]] = LISTS[name];
    if (mattersFor.length > 0 && !mattersFor.some((kind) => kinds.includes(kind))) return [];
    const full = path.replace(":namespace", encodeURIComponent(namespace));
    const listed = await listObjects<T>(api, full);
    if (listed.ok) return listed.value.items;
    const { code, detail, remedies } = listed.problem;
    unknown.push({ code, detail, remedies });
    return [];
  };
  const find = async (object: Manifest): Promise<readonly RawObject[]> => {
    const found = await findObject(api, refOf(object));
    return found.ok && found.value !== null ? [found.value as unknown as RawObject] : [];
  };
  const space = { apiVersion: "v1", kind: "Namespace", namespace: "", name: namespace };
  const [found, existing, ingresses, ingressClasses, services, quotas, limits, classes, nodes] =
    await Promise.all([
      findObject(api, space),
      Promise.all(objects.map(find)),
      list<ClusterWorld["ingresses"][number]>("ingresses"),
      list("ingressClasses"),
      list<ClusterWorld["services"][number]>("services"),
      list<ClusterWorld["quotas"][number]>("quotas"),
      list<ClusterWorld["limits"][number]>("limits"),
      list<ClusterWorld["classes"][number]>("classes"),
      list<ClusterWorld["nodes"][number]>("nodes"),
    ]);
  return {
    world: {
      namespace,
      namespaceExists: !found.ok || found.value !== null, // what cannot be read is not made anew
      existing: existing.flat(),
      ...{ ingresses, ingressClasses, services, quotas, limits, classes, nodes },
    },
    unknown,
  };
}

/** Services matter where a balancer gives away ports of the nodes; other ones share nothing. */
const isWorthAsking = ({ kind, spec }: Manifest) =>
  kind !== "Service" || (spec as { type?: string } | undefined)?.type === "LoadBalancer";
