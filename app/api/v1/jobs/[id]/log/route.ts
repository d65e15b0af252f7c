import { z } from "zod";
import { idParams } from "@/lib/schemas/ids";
import { defineRoute } from "@/server/http/define-route";
import { problemResponse } from "@/server/http/problem-response";
import { jobLogText } from "@/server/services/job-log-text";

export const GET = defineRoute({
  permission: "jobs:read",
  params: idParams,
  query: z.object({ node: z.string().max(200).optional() }),
  handle: async ({ container, params, query }) => {
    const log = await jobLogText(container.db, params.id, query.node);
    if (!log.ok) return problemResponse(log.problem);
    return new Response(log.value.text, {
      headers: {
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Disposition": `attachment; filename="${log.value.fileName}"`,
        "Cache-Control": "no-store",
      },
    });
  },
});
