import { fail, type Result } from "@/lib/core/result";
import type { JsonObject } from "@/lib/kube-write/json";
import { sayRef } from "@/lib/kube-write/manifest";
import type { ChangeOf } from "@/lib/schemas/kube-change";
import type { ApiClient } from "@/server/kube/api-client";
import { findResource, pathOf } from "./discovery";
import { readBlast } from "./read-blast";
import { send } from "./send";
import type { WriteFailure } from "./write-failure";

/** Deletes what was looked at, and nothing else of that name. Where data is lost the name must be typed. */
export async function deleteObject(
  api: ApiClient,
  { object, uid, propagation, confirmName }: ChangeOf<"delete">,
): Promise<Result<JsonObject, WriteFailure>> {
  const blast = await readBlast(api, object);
  if (!blast.ok) return blast;
  if (blast.value.typed && confirmName !== object.name)
    return fail({
      code: "input.invalid",
      detail: `Deleting ${sayRef(object)} takes data or a host name with it.`,
      remedies: [`Type ${object.name} to confirm.`],
      fields: { confirmName: `Type ${object.name}.` },
      httpStatus: null,
      causes: [],
    });
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
        propagationPolicy: propagation,
        preconditions: { uid: uid ?? blast.value.uid },
      },
    },
    object,
  );
}
