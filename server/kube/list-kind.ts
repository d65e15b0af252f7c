import { fail, ok, type Result } from "@/lib/core/result";
import type { Kind, KubeRow } from "@/lib/kube/kind";
import type { KubeListPage } from "@/lib/kube/kube-object";
import type { WatchState } from "@/lib/kube/reduce-watch";
import type { ApiClient } from "./api-client";
import { strangeFailure, type ApiFailure } from "./api-failure";

/** Source: client-go's default page size for lists. The others are for objects as large as the API allows. */
const PAGE_LIMITS = [500, 50, 5] as const;
/** Bound on one page: 500 large pods are about 10 MB. More at once would stay in the panel's memory. */
const MAX_PAGE_BYTES = 20 * 1024 * 1024;
/** A continue token can expire once while we read; twice means that the API is too slow for us. */
const MAX_ATTEMPTS = 2;

/** Reads all objects of a kind page by page; each page is projected at once and let go. */
export async function listKind(
  api: ApiClient,
  kind: Kind,
  signal: AbortSignal,
): Promise<Result<WatchState, ApiFailure>> {
  let size = 0;
  for (let expired = 0; ;) {
    const listed = await readPages(api, kind, { limit: PAGE_LIMITS[size] ?? 1, signal });
    if (listed.ok) return listed;
    const { httpStatus } = listed.problem;
    if (httpStatus === 413 && size < PAGE_LIMITS.length) size += 1;
    else if (httpStatus === 410 && expired + 1 < MAX_ATTEMPTS) expired += 1;
    else return listed;
  }
}

async function readPages(
  api: ApiClient,
  kind: Kind,
  { limit, signal }: { readonly limit: number; readonly signal: AbortSignal },
): Promise<Result<WatchState, ApiFailure>> {
  const rows = new Map<string, KubeRow>();
  let next = "";
  for (;;) {
    const query = { limit: String(limit), ...(next === "" ? {} : { continue: next }) };
    const asked = { path: kind.path, query, signal, maxBytes: MAX_PAGE_BYTES };
    const page = await api.json<KubeListPage>(asked);
    if (!page.ok) return fail(page.problem);
    if (!isList(page.value)) return fail(strangeFailure(api.server));
    const { items, metadata = {} } = page.value;
    for (const object of items ?? []) rows.set(object.metadata.uid, kind.project(object));
    next = metadata.continue ?? "";
    if (next === "") return ok({ rows, resourceVersion: metadata.resourceVersion ?? "" });
  }
}

/** Any JSON is not a list: what some other program says must not look like "there are none". */
const isList = ({ items, metadata }: Partial<KubeListPage>): boolean =>
  typeof metadata?.resourceVersion === "string" && Array.isArray(items ?? []);
