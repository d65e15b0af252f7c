import { fail, ok, type Result } from "@/lib/core/result";
import type { Json, JsonObject } from "@/lib/kube-write/json";
import { sayRef } from "@/lib/kube-write/manifest";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { RawObject, RawWorkload } from "@/lib/kube-write/raw-objects";
import { controllerRevisions, replicaSetRevisions } from "@/lib/kube-write/revisions";
import { labelQuery } from "@/lib/kube-write/selector";
import type { ChangeOf } from "@/lib/schemas/kube-change";
import type { ApiClient } from "@/server/kube/api-client";
import { listObjects, patchObject, readObject } from "./object-access";
import { ROLLING } from "./read-rollout";
import type { WriteFailure } from "./write-failure";

type Changed = Result<JsonObject, WriteFailure>;

const refuse = (detail: string, remedies: readonly string[]): Changed =>
  fail({ code: "kube.invalid", detail, remedies, httpStatus: null, causes: [] });

/** Source: kubectl scale: these have a scale subresource. Custom kinds may have one too: the API says so. */
export const scaleWorkload = (
  api: ApiClient,
  { object, replicas, resourceVersion }: ChangeOf<"scale">,
): Promise<Changed> =>
  patchObject(api, {
    ref: object,
    kind: "merge",
    subresource: "scale",
    body: {
      ...(resourceVersion === undefined ? {} : { metadata: { resourceVersion } }),
      spec: { replicas },
    },
  });

/** Source: kubectl rollout restart: a changed annotation of the template makes new pods. */
const RESTARTED_AT = "kubectl.kubernetes.io/restartedAt";

export async function restartWorkload(
  api: ApiClient,
  ref: ObjectRef,
  nowMs: number,
): Promise<Changed> {
  if (!ROLLING.includes(ref.kind))
    return refuse(`A ${ref.kind} cannot be restarted pod by pod.`, ["Restart what owns its pods."]);
  const read = await readObject(api, ref);
  if (!read.ok) return read;
  if ((read.value as unknown as RawWorkload).spec?.paused === true)
    return refuse(`${sayRef(ref)} is paused: a restart would wait.`, ["Resume it first."]);
  const annotations = { [RESTARTED_AT]: new Date(nowMs).toISOString() };
  return patchObject(api, {
    ref,
    kind: "merge",
    body: { spec: { template: { metadata: { annotations } } } },
  });
}

/** Holds a deployment's rollout where it is, or lets it go on. */
export async function pauseRollout(
  api: ApiClient,
  ref: ObjectRef,
  paused: boolean,
): Promise<Changed> {
  if (ref.kind !== "Deployment")
    return refuse(`A ${ref.kind} cannot be paused.`, ["Only deployments can."]);
  return patchObject(api, { ref, kind: "merge", body: { spec: { paused } } });
}

/** Source: Kubernetes, "Rolling Back to a Previous Revision". */
export async function rollbackWorkload(
  api: ApiClient,
  { object: ref, revision, resourceVersion }: ChangeOf<"rollback">,
): Promise<Changed> {
  const read = await readObject(api, ref);
  if (!read.ok) return read;
  const workload = read.value as unknown as RawWorkload;
  if (workload.spec?.paused === true)
    return refuse(`${sayRef(ref)} is paused: a rollback would wait.`, ["Resume it first."]);
  const found = await templateOf(api, { ref, workload, revision });
  if (!found.ok) return found;
  const version = resourceVersion ?? workload.metadata.resourceVersion ?? "";
  return patchObject(api, { ref, kind: "json", body: replaceTemplate(found.value, version) });
}

/** The version first: the API answers 409 when it is no longer this one. */
const replaceTemplate = (template: Json, resourceVersion: string) => [
  { op: "replace", path: "/metadata/resourceVersion", value: resourceVersion },
  { op: "replace", path: "/spec/template", value: template },
];

interface Wanted {
  readonly ref: ObjectRef;
  readonly workload: RawWorkload;
  readonly revision: number;
}

async function templateOf(
  api: ApiClient,
  { ref, workload, revision }: Wanted,
): Promise<Result<JsonObject, WriteFailure>> {
  const isDeployment = ref.kind === "Deployment";
  const path = `/apis/apps/v1/namespaces/${encodeURIComponent(ref.namespace)}/${isDeployment ? "replicasets" : "controllerrevisions"}`;
  const labelSelector = labelQuery(workload.spec?.selector);
  const listed = await listObjects<RawObject>(api, path, { labelSelector });
  if (!listed.ok) return listed;
  const own = listed.value.items.filter(({ metadata }) =>
    metadata.ownerReferences?.some(({ uid }) => uid === workload.metadata.uid),
  );
  const revisions = isDeployment ? replicaSetRevisions(own) : controllerRevisions(own);
  const found = revisions.find((stored) => stored.revision === revision);
  if (found !== undefined) return ok(found.template);
  return refuse(`Revision ${revision} of ${sayRef(ref)} is no longer kept.`, [
    `Choose one of ${revisions.map((stored) => stored.revision).join(", ")}.`,
  ]);
}
