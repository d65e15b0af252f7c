import type { Result } from "@/lib/core/result";
import type { JsonObject } from "@/lib/kube-write/json";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { ApiClient } from "@/server/kube/api-client";
import { patchObject } from "./object-access";
import type { WriteFailure } from "./write-failure";

/** Sets labels of any object; null takes one away. */
export const labelObject = (
  api: ApiClient,
  ref: ObjectRef,
  labels: Readonly<Record<string, string | null>>,
): Promise<Result<JsonObject, WriteFailure>> =>
  patchObject(api, { ref, kind: "merge", body: { metadata: { labels } } });
