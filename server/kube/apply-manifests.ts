import { done, type Result } from "@/lib/core/result";
import { FIELD_MANAGER, type Manifest } from "@/lib/kube/panel-access";
import type { ApiClient } from "./api-client";
import type { ApiFailure } from "./api-failure";

/** Applies what the panel itself needs in a cluster, in order. Server-side apply: doing it again changes nothing. */
export async function applyManifests(
  api: Pick<ApiClient, "json">,
  manifests: readonly Manifest[],
): Promise<Result<void, ApiFailure>> {
  for (const { path, body } of manifests) {
    const applied = await api.json({
      method: "PATCH",
      path,
      query: { fieldManager: FIELD_MANAGER, force: "true" },
      contentType: "application/apply-patch+yaml",
      body,
    });
    if (!applied.ok) return applied;
  }
  return done;
}
