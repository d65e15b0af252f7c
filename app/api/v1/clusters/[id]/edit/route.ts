import { idParams } from "@/lib/schemas/ids";
import { editInput, objectRef } from "@/lib/schemas/kube-change";
import { defineRoute } from "@/server/http/define-route";
import { editObject } from "@/server/services/edit-object";
import { openObject } from "@/server/services/open-object";

/** The object as it was opened and as it was edited, 3 MiB each, as JSON. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

export const GET = defineRoute({
  permission: "kube:read",
  params: idParams,
  query: objectRef,
  handle: ({ container, params, query, user, address }) =>
    openObject(container, { clusterId: params.id, user, address }, query),
});

export const POST = defineRoute({
  permission: "kube:write",
  params: idParams,
  body: editInput,
  maxBodyBytes: MAX_BODY_BYTES,
  handle: ({ container, params, body, user, address }) =>
    editObject(container, { clusterId: params.id, user, address }, body),
});
