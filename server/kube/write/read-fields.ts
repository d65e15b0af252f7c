import { fail, ok, type Result } from "@/lib/core/result";
import { fieldsAt, type OpenApi } from "@/lib/kube-write/openapi-fields";
import type { FieldHint } from "@/lib/schemas/kube-fields";
import type { ApiClient } from "@/server/kube/api-client";
import type { ApiFailure } from "@/server/kube/api-failure";

/** About 2 MB each; the kinds of one text come from few groups. */
const KEEP = 6;
const known = new WeakMap<ApiClient, Map<string, OpenApi>>();

interface Place {
  readonly apiVersion: string;
  readonly kind: string;
  readonly path: readonly string[];
}

/** Which fields may stand there, by the cluster's own description, which is read once per group and version. */
export async function readFields(
  api: ApiClient,
  { apiVersion, kind, path }: Place,
): Promise<Result<readonly FieldHint[], ApiFailure>> {
  const described = known.get(api) ?? new Map<string, OpenApi>();
  known.set(api, described);
  const found = described.get(apiVersion);
  if (found !== undefined) return ok(fieldsAt(found, { apiVersion, kind }, path));
  const root = apiVersion.includes("/") ? `apis/${apiVersion}` : `api/${apiVersion}`;
  const read = await api.json<OpenApi>({ path: `/openapi/v3/${root}` });
  if (!read.ok) return fail(read.problem);
  described.set(apiVersion, read.value);
  for (const old of [...described.keys()].slice(0, -KEEP)) described.delete(old);
  return ok(fieldsAt(read.value, { apiVersion, kind }, path));
}
