import type { Problem } from "@/lib/core/problem";
import type { AppWorld, RawQuota, RawStorageClass } from "@/lib/kube-write/app-checks";
import { refOf, type Manifest } from "@/lib/kube-write/manifest";
import type { RawIngress, RawNodeObject, RawObject } from "@/lib/kube-write/raw-objects";
import type { ApiClient } from "@/server/kube/api-client";
import { findObject, listObjects } from "./object-access";

/** Reads what is there before an app comes, and what of it could not be read. */
export async function readAppWorld(
  api: ApiClient,
  objects: readonly Manifest[],
): Promise<{ readonly world: AppWorld; readonly unknown: readonly Problem[] }> {
  const unknown: Problem[] = [];
  const list = async <T extends RawObject>(path: string): Promise<readonly T[]> => {
    const listed = await listObjects<T>(api, path);
    if (listed.ok) return listed.value.items;
    const { code, detail, remedies } = listed.problem;
    unknown.push({ code, detail, remedies });
    return [];
  };
  const find = async (object: Manifest): Promise<readonly RawObject[]> => {
    const found = await findObject(api, refOf(object));
    return found.ok && found.value !== null ? [found.value as unknown as RawObject] : [];
  };
  const [first] = objects;
  const namespace = first === undefined ? "default" : refOf(first).namespace;
  const space = `namespaces/${encodeURIComponent(namespace)}`;
  const [spaces, existing, ingresses, quotas, classes, nodes] = await Promise.all([
    list<RawObject>("/api/v1/namespaces"),
    Promise.all(objects.map(find)),
    list<RawIngress>("/apis/networking.k8s.io/v1/ingresses"),
    list<RawQuota>(`/api/v1/${space}/resourcequotas`),
    list<RawStorageClass>("/apis/storage.k8s.io/v1/storageclasses"),
    list<RawNodeObject>("/api/v1/nodes"),
  ]);
  const namespaceExists = spaces.some(({ metadata }) => metadata.name === namespace);
  const world = { namespace, namespaceExists, existing: existing.flat(), ingresses, quotas };
  return { world: { ...world, classes, nodes }, unknown };
}
