import { pastedKubeconfig } from "@/lib/schemas/adopt";
import { readPasted } from "@/server/services/read-pasted";
import { defineRoute } from "@/server/http/define-route";

/** What is in a kubeconfig, without anything secret. Nothing is stored. */
export const POST = defineRoute({
  permission: "clusters:adopt",
  body: pastedKubeconfig,
  needsDisk: false,
  handle: async ({ body }) => readPasted(body),
});
