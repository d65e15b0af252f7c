import { fail, ok, type Result } from "@/lib/core/result";
import { groupOf } from "@/lib/kube/discovery";
import { apiRoot, type KubeResource } from "@/lib/kube/kind";
import { kindOfObject } from "@/lib/kube/kinds";
import type { WholeObject } from "@/lib/kube/view-object";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { Container } from "@/server/container";
import type { ApiClient } from "@/server/kube/api-client";
import { problemOf, type ApiFailure } from "@/server/kube/api-failure";
import type { KubeHub } from "@/server/kube/kube-hub";
import { clusterExists } from "./cluster-exists";

type Hub = Pick<KubeHub, "client" | "discover">;

/** A live object, and the connection it was read over. */
export interface FoundObject {
  readonly api: ApiClient;
  readonly resource: KubeResource;
  readonly object: WholeObject;
}

/** Reads the live object. */
export async function findObject(
  { db, kube }: Pick<Container, "db"> & { readonly kube: Hub },
  clusterId: string,
  ref: ObjectRef,
): Promise<Result<FoundObject>> {
  const exists = await clusterExists(db, clusterId);
  if (!exists.ok) return exists;
  const api = await kube.client(clusterId);
  if (!api.ok) return fail(problemOf(api.problem));
  const resource = await findResource(kube, clusterId, ref);
  if (!resource.ok) return resource;
  if (resource.value.namespaced && ref.namespace === "") return fail(needsNamespace(ref));
  const path = objectPath(resource.value, ref);
  const answer = await api.value.json<WholeObject>({ path });
  if (!answer.ok) return fail(objectProblem(answer.problem, ref));
  // Lists leave these two out; a single object has them.
  const { apiVersion = ref.apiVersion, kind = ref.kind } = answer.value;
  const object = { ...answer.value, apiVersion, kind };
  return ok({ api: api.value, resource: resource.value, object });
}

/** How the API serves what manifests call so. */
export async function findResource(
  kube: Hub,
  clusterId: string,
  { apiVersion, kind }: Pick<ObjectRef, "apiVersion" | "kind">,
): Promise<Result<KubeResource>> {
  const builtIn = kindOfObject(apiVersion, kind);
  if (builtIn !== undefined) return ok(builtIn.resource);
  const served = await kube.discover(clusterId);
  if (!served.ok) return fail(problemOf(served.problem));
  const found = served.value.find(
    (each) => each.kind === kind && groupOf(each.apiVersion) === groupOf(apiVersion),
  );
  // Discovery names one version; the one that was asked for may be served, too.
  if (found !== undefined) return ok({ ...found, apiVersion });
  return fail({
    code: "object.not-found",
    detail: `This cluster has no ${kind} of ${apiVersion}.`,
    remedies: ["Install what brings this kind, or look at the cluster's kinds."],
  });
}

/** "/apis/apps/v1/namespaces/web/deployments/nginx" */
export function objectPath(
  { apiVersion, plural, namespaced }: KubeResource,
  ref: ObjectRef,
): string {
  const within = namespaced ? `/namespaces/${encodeURIComponent(ref.namespace)}` : "";
  return `${apiRoot(apiVersion)}${within}/${plural}/${encodeURIComponent(ref.name)}`;
}

const needsNamespace = ({ kind, name }: ObjectRef) => ({
  code: "input.invalid" as const,
  detail: `${kind} ${name} lives in a namespace: say in which.`,
  remedies: ["Open the object from its list."],
  fields: { namespace: "Name the namespace." },
});

function objectProblem(problem: ApiFailure, { kind, name }: ObjectRef) {
  if (problem.httpStatus !== 404) return problemOf(problem);
  return {
    code: "object.not-found" as const,
    detail: `${kind} ${name} does not exist any more.`,
    remedies: ["Go back to its list."],
  };
}
