import { fail, ok, type Result } from "@/lib/core/result";
import { drainPreview } from "@/lib/kube-write/drain-preview";
import type {
  RawBudget,
  RawIngress,
  RawNodeObject,
  RawObject,
  RawPodObject,
  RawService,
  RawVolumeObject,
} from "@/lib/kube-write/raw-objects";
import type { DrainPreview } from "@/lib/schemas/kube-drain";
import type { ApiClient } from "@/server/kube/api-client";
import { nodeRef } from "./node-changes";
import { listObjects, readObject } from "./object-access";
import type { WriteFailure } from "./write-failure";

/** Reads what a drain of the node (and others with it) would move and what stands in its way. Changes nothing. */
export async function readDrain(
  api: ApiClient,
  name: string,
  alongWith: readonly string[] = [],
): Promise<Result<DrainPreview, WriteFailure>> {
  const node = await readObject(api, nodeRef(name));
  if (!node.ok) return node;
  let complete = true;
  const list = async <T extends RawObject>(path: string): Promise<readonly T[]> => {
    const listed = await listObjects<T>(api, path);
    if (!listed.ok || !listed.value.complete) complete = false;
    return listed.ok ? listed.value.items : [];
  };
  const pods = await listObjects<RawPodObject>(api, "/api/v1/pods");
  if (!pods.ok) return fail(pods.problem);
  const [nodes, budgets, volumes, services, ingresses] = await Promise.all([
    list<RawNodeObject>("/api/v1/nodes"),
    list<RawBudget>("/apis/policy/v1/poddisruptionbudgets"),
    list<RawVolumeObject>("/api/v1/persistentvolumes"),
    list<RawService>("/api/v1/services"),
    list<RawIngress>("/apis/networking.k8s.io/v1/ingresses"),
  ]);
  const world = { nodes, budgets, volumes, services, ingresses, pods: pods.value.items };
  return ok(
    drainPreview({
      ...world,
      alongWith,
      node: node.value as unknown as RawNodeObject,
      complete: complete && pods.value.complete,
    }),
  );
}
