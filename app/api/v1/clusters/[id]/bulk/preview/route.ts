import { idParams } from "@/lib/schemas/ids";
import { bulkPreviewInput } from "@/lib/schemas/kube-bulk";
import { defineRoute } from "@/server/http/define-route";
import { previewBulk } from "@/server/services/preview-bulk";

/** What it takes with it; nothing is touched. A POST because the objects do not fit into an address. */
export const POST = defineRoute({
  permission: "kube:write",
  params: idParams,
  body: bulkPreviewInput,
  needsDisk: false,
  handle: ({ container, params, body, user, address }) =>
    previewBulk(container, { clusterId: params.id, user, address }, body),
});
