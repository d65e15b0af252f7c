import { fail, ok, type Result } from "@/lib/core/result";
import type { Kind } from "@/lib/kube/kind";
import { problemOf } from "@/server/kube/api-failure";
import type { KubeHub } from "@/server/kube/kube-hub";

/** The kind of that name in this cluster, or why there is none. */
export async function findKind(
  kube: Pick<KubeHub, "kind">,
  clusterId: string,
  name: string,
): Promise<Result<Kind>> {
  const found = await kube.kind(clusterId, name);
  if (!found.ok) return fail(problemOf(found.problem));
  if (found.value !== null) return ok(found.value);
  return fail({
    code: "object.not-found",
    detail: `This cluster has no kind of object called ${name}.`,
    remedies: ["Choose a list from the cluster's page.", "Install what brings this kind."],
  });
}
