import { fail, ok, type Result } from "@/lib/core/result";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { ApiClient } from "@/server/kube/api-client";
import { problemOf } from "@/server/kube/api-failure";
import type { WriteFailure } from "./write-failure";

/** Source: Kubernetes API reference, meta/v1 APIResource. Only what is read here. */
interface ApiResource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** How the API addresses the objects of a kind. */
export interface ResourceAddress {
  readonly resource: ApiResource;
  /** "/apis/apps/v1" */
  readonly root: string;
}

type Known = Map<string, readonly ApiResource[]>;
const knownBy = new WeakMap<ApiClient, Known>();

const rootOf = (apiVersion: string) =>
  apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;

/** Under which address a kind's objects live. Asked once per group and connection; a kind that is missing, again. */
export async function findResource(
  api: ApiClient,
  { apiVersion, kind }: Pick<ObjectRef, "apiVersion" | "kind">,
): Promise<Result<ResourceAddress, WriteFailure>> {
  const known = knownBy.get(api) ?? new Map<string, readonly ApiResource[]>();
  knownBy.set(api, known);
  const root = rootOf(apiVersion);
  const first = pick(known.get(root), kind);
  if (first !== undefined) return ok({ resource: first, root });
  const listed = await api.json<{ resources?: readonly ApiResource[] }>({ path: root });
  if (!listed.ok && listed.problem.httpStatus !== 404)
    return fail({
      ...problemOf(listed.problem),
      httpStatus: listed.problem.httpStatus,
      causes: [],
    });
  const resources = listed.ok ? (listed.value.resources ?? []) : [];
  known.set(root, resources);
  const found = pick(resources, kind);
  return found === undefined ? fail(noSuchKind(apiVersion, kind)) : ok({ resource: found, root });
}

/** A name with a slash is a part of an object ("deployments/scale"), not a kind of its own. */
const pick = (resources: readonly ApiResource[] | undefined, kind: string) =>
  resources?.find((resource) => resource.kind === kind && !resource.name.includes("/"));

const noSuchKind = (apiVersion: string, kind: string): WriteFailure => ({
  code: "kube.invalid",
  detail: `This cluster has no kind ${kind} in ${apiVersion}.`,
  remedies: [
    "Check the spelling and the version.",
    "Install what brings this kind (its CustomResourceDefinition) first, or in the same text.",
  ],
  httpStatus: 404,
  causes: [],
});

/** The address of one object, or of the collection when `name` is empty. */
export function pathOf({ root, resource }: ResourceAddress, namespace: string, name = ""): string {
  const space = resource.namespaced
    ? `/namespaces/${encodeURIComponent(namespace || "default")}`
    : "";
  return `${root}${space}/${resource.name}${name === "" ? "" : `/${encodeURIComponent(name)}`}`;
}
