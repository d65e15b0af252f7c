import { done, type Result } from "@/lib/core/result";
import { groupManifests } from "@/lib/kube/panel-groups";
import { FIELD_MANAGER } from "@/lib/kube/panel-access";
import type { ApiClient } from "./api-client";
import type { ApiFailure } from "./api-failure";

/** Makes the panel's groups carry the rights of its roles. Server-side apply: doing it again changes nothing. */
export async function ensureGroups(
  api: Pick<ApiClient, "json">,
): Promise<Result<void, ApiFailure>> {
  for (const { path, body } of groupManifests()) {
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
