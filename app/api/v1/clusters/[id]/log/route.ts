import { idParams } from "@/lib/schemas/ids";
import { logDownloadQuery } from "@/lib/schemas/kube-log";
import { defineRoute } from "@/server/http/define-route";
import { downloadLog } from "@/server/services/download-log";

/** The whole log of a container as a file, as far as its node keeps it. */
export const GET = defineRoute({
  permission: "kube:read",
  params: idParams,
  query: logDownloadQuery,
  handle: async ({ container, params, query, request }) => {
    const { signal } = request;
    const log = await downloadLog(container, { clusterId: params.id, query, signal });
    if (!log.ok) return log;
    return new Response(log.value.body, {
      headers: {
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Disposition": `attachment; filename="${log.value.fileName}"`,
        "Cache-Control": "no-store",
      },
    });
  },
});
