import type { Clock } from "@/lib/core/clock";
import { ok, type Result } from "@/lib/core/result";
import { apiRoot, type KubeResource } from "@/lib/kube/kind";
import type { KubeListPage } from "@/lib/kube/kube-object";
import type { Searched } from "@/lib/kube/search-match";
import type { ApiClient } from "./api-client";
import type { ApiFailure } from "./api-failure";
import { keepBriefly } from "./keep-briefly";

/** Source: Kubernetes API concepts, "Metadata-only fetches". */
const METADATA_ONLY = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

/** Objects of a kind that nobody watches; about 5 MB of names and labels, for a moment. */
const MAX_LISTED = 10_000;

/** Names and labels of a kind's objects. */
export interface MetadataList {
  readonly objects: readonly Searched[];
  /** There are more. */
  readonly isCut: boolean;
}

/** A search is typed: the same lists serve the next letters. */
const KEEP_MS = 10_000;
/** What does not answer within this is left out of a search. */
const TIMEOUT_MS = 2_500;

interface Needs {
  readonly clock: Clock;
  readonly client: (clusterId: string) => Promise<Result<ApiClient, ApiFailure>>;
}

/** Reads names and labels, and keeps them for a moment. */
export function createMetadataReader({ clock, client }: Needs) {
  const kept = keepBriefly<Result<MetadataList, ApiFailure>>(clock, KEEP_MS);
  return (clusterId: string, resource: KubeResource) =>
    kept(`${clusterId} ${resource.apiVersion} ${resource.plural}`, async () => {
      const api = await client(clusterId);
      return api.ok ? listMetadata(api.value, resource) : api;
    });
}

/**
 * Lists names and labels only. From the API server's own cache ("0"): a search must not cost the datastore one query
 * per kind. Source: Kubernetes API concepts, "Resource versions": "0" is any version, and may leave the limit aside.
 */
async function listMetadata(
  api: ApiClient,
  resource: KubeResource,
): Promise<Result<MetadataList, ApiFailure>> {
  const listed = await api.json<KubeListPage>({
    path: `${apiRoot(resource.apiVersion)}/${resource.plural}`,
    query: { limit: String(MAX_LISTED), resourceVersion: "0" },
    accept: METADATA_ONLY,
    timeoutMs: TIMEOUT_MS,
  });
  if (!listed.ok) return listed;
  const items = listed.value.items ?? [];
  const isCut = Boolean(listed.value.metadata?.continue) || items.length > MAX_LISTED;
  const objects = items.slice(0, MAX_LISTED).map(({ metadata }) => ({
    name: metadata.name,
    namespace: metadata.namespace ?? "",
    labels: metadata.labels ?? {},
  }));
  return ok({ objects, isCut });
}
