import { idParams } from "@/lib/schemas/ids";
import { objectFileQuery } from "@/lib/schemas/kube-object";
import { defineRoute } from "@/server/http/define-route";
import { readObjectFile } from "@/server/services/read-kube-object-file";

export const GET = defineRoute({
  permission: "kube:read",
  params: idParams,
  query: objectFileQuery,
  handle: async ({ container, params, query }) => {
    const file = await readObjectFile(container, params.id, query);
    if (!file.ok) return file;
    const { fileName, mediaType, text } = file.value;
    return new Response(text, {
      headers: {
        "Content-Type": `${mediaType}; charset=utf-8`,
        "Content-Disposition": `attachment; filename="${fileName}"`,
        "Cache-Control": "no-store",
      },
    });
  },
});
