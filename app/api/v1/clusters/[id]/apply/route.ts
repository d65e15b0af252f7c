import { idParams } from "@/lib/schemas/ids";
import { applyInput } from "@/lib/schemas/kube-change";
import { defineRoute } from "@/server/http/define-route";
import { applyObjects } from "@/server/services/apply-objects";

/** JSON of a text of 3 MiB: quotes and line ends may double it. */
const MAX_BODY_BYTES = 8 * 1024 * 1024;

export const POST = defineRoute({
  permission: "kube:write",
  params: idParams,
  body: applyInput,
  maxBodyBytes: MAX_BODY_BYTES,
  handle: ({ container, params, body, user, address }) =>
    applyObjects(container, { clusterId: params.id, user, address }, body),
});
