import { fail, ok, type Result } from "@/lib/core/result";
import type { Kind, KubeRow } from "@/lib/kube/kind";
import type { KubeListPage } from "@/lib/kube/kube-object";
import type { WatchState } from "@/lib/kube/reduce-watch";
import type { ApiClient } from "./api-client";
import type { ApiFailure } from "./api-failure";

/** Source: client-go's default page size for lists. */
const PAGE_LIMIT = 500;
/** A continue token can expire once while we read; twice means that the API is too slow for us. */
const MAX_ATTEMPTS = 2;

/** Reads all objects of a kind page by page; each page is projected at once and let go. */
export async function listKind(
  api: ApiClient,
  kind: Kind,
  signal: AbortSignal,
): Promise<Result<WatchState, ApiFailure>> {
  for (let attempt = 1; ; attempt += 1) {
    const listed = await readPages(api, kind, signal);
    const expired = !listed.ok && listed.problem.httpStatus === 410;
    if (!expired || attempt >= MAX_ATTEMPTS) return listed;
  }
}

async function readPages(
  api: ApiClient,
  kind: Kind,
  signal: AbortSignal,
): Promise<Result<WatchState, ApiFailure>> {
  const rows = new Map<string, KubeRow>();
  let next = "";
  for (;;) {
    const query = { limit: String(PAGE_LIMIT), ...(next === "" ? {} : { continue: next }) };
    const page = await api.json<KubeListPage>({ path: kind.path, query, signal });
    if (!page.ok) return fail(page.problem);
    const { items, metadata = {} } = page.value;
    for (const object of items ?? []) rows.set(object.metadata.uid, kind.project(object));
    next = metadata.continue ?? "";
    if (next === "") return ok({ rows, resourceVersion: metadata.resourceVersion ?? "" });
  }
}
