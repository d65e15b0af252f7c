import { fail, ok, type Result } from "@/lib/core/result";
import { readDiscovery, type Discovered, type RawDiscovery } from "@/lib/kube/discovery";
import type { ApiClient } from "./api-client";
import type { ApiFailure } from "./api-failure";

/** Source: Kubernetes API concepts, "Aggregated discovery": v2 since 1.30, v2beta1 since 1.27. */
const ACCEPT = ["v2", "v2beta1"]
  .map((version) => `application/json;g=apidiscovery.k8s.io;v=${version};as=APIGroupDiscoveryList`)
  .join(",");

/** Asks which resources the cluster serves: its core and its groups, one request each. */
export async function discover(api: ApiClient): Promise<Result<readonly Discovered[], ApiFailure>> {
  const answers = await Promise.all(
    ["/api", "/apis"].map((path) => api.json<RawDiscovery>({ path, accept: ACCEPT })),
  );
  const found: Discovered[] = [];
  for (const answer of answers) {
    if (!answer.ok) return fail(answer.problem);
    found.push(...readDiscovery(answer.value));
  }
  return ok(found);
}
