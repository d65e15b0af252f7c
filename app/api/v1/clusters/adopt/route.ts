import { ok } from "@/lib/core/result";
import { adoptInput } from "@/lib/schemas/adopt";
import { adoptCluster } from "@/server/services/adopt-cluster";
import { defineRoute } from "@/server/http/define-route";

/** Adopts a cluster by a kubeconfig, if every check allows it. */
export const POST = defineRoute({
  permission: "clusters:adopt",
  body: adoptInput,
  status: 201,
  handle: async ({ container, body, user, address }) => {
    const adopted = await adoptCluster(container, body, { user, address });
    return adopted.ok ? ok({ cluster: adopted.value }) : adopted;
  },
});
