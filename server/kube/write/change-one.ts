import { fail, ok, type Result } from "@/lib/core/result";
import type { Problem } from "@/lib/core/problem";
import { isJsonObject } from "@/lib/kube-write/json";
import { sayRef } from "@/lib/kube-write/manifest";
import type { BulkTarget } from "@/lib/schemas/kube-bulk";
import type { ApiClient } from "@/server/kube/api-client";
import { findResource, pathOf } from "./discovery";
import { readObject } from "./object-access";
import { send } from "./send";

/** Whether the object is still the one that was selected: a new one of that name is somebody else's. */
export async function isStillThere(
  api: ApiClient,
  target: BulkTarget,
): Promise<Result<void, Problem>> {
  const read = await readObject(api, target);
  if (!read.ok) return read;
  const { metadata } = read.value;
  if (isJsonObject(metadata) && metadata.uid === target.uid) return ok(undefined);
  return fail({
    code: "kube.conflict",
    detail: `${sayRef(target)} is not the one you selected: it was deleted and made again.`,
    remedies: ["Look at the new one, and select it if you mean it."],
  });
}

/** Deletes exactly what was selected; what goes with it was read and confirmed for all of them before. */
export async function deleteSelected(
  api: ApiClient,
  { uid, ...object }: BulkTarget,
): Promise<Result<unknown, Problem>> {
  const address = await findResource(api, object);
  if (!address.ok) return address;
  return send(
    api,
    {
      method: "DELETE",
      path: pathOf(address.value, object.namespace, object.name),
      body: {
        apiVersion: "v1",
        kind: "DeleteOptions",
        propagationPolicy: "Background",
        preconditions: { uid },
      },
    },
    object,
  );
}
