import { bundleFileParams } from "@/lib/schemas/artifact";
import { bodyStream } from "@/server/http/body-stream";
import { defineRoute } from "@/server/http/define-route";
import { receiveBundleFile } from "@/server/services/receive-bundle-file";

/** The body is the file itself. */
export const PUT = defineRoute({
  permission: "artifacts:write",
  params: bundleFileParams,
  handle: async ({ container, params, request, user, address }) =>
    receiveBundleFile(container, { ...params, source: bodyStream(request) }, { user, address }),
});
