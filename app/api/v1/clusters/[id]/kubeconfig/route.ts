import { ok } from "@/lib/core/result";
import { idParams } from "@/lib/schemas/ids";
import { kubeconfigInput } from "@/lib/schemas/kube";
import { defineRoute } from "@/server/http/define-route";
import { createKubeconfig } from "@/server/services/create-kubeconfig";

/** A file for `curl -OJ`; JSON, with what the file is good for, for whoever asks for JSON. */
export const POST = defineRoute({
  permission: "kubeconfig:create",
  params: idParams,
  body: kubeconfigInput,
  handle: async ({ container, params, body, user, address, request }) => {
    const input = { clusterId: params.id, user, address, ttlHours: body.ttlHours };
    const made = await createKubeconfig(container, input);
    if (!made.ok) return made;
    if (request.headers.get("accept")?.includes("application/json")) return ok(made.value);
    return new Response(made.value.yaml, {
      headers: {
        "Content-Type": "application/yaml; charset=utf-8",
        "Content-Disposition": `attachment; filename="${made.value.fileName}"`,
        "Cache-Control": "no-store",
      },
    });
  },
});
