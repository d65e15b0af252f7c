import { idParams } from "@/lib/schemas/ids";
import { selectionInput } from "@/lib/schemas/kube-bulk";
import { defineRoute } from "@/server/http/define-route";
import { selectKubeRows } from "@/server/services/select-kube-rows";

/** Which objects are selected, as of now. A POST because the objects do not fit into an address. */
export const POST = defineRoute({
  permission: "kube:read",
  params: idParams,
  body: selectionInput,
  needsDisk: false,
  handle: ({ container, params, body }) => selectKubeRows(container, params.id, body),
});
