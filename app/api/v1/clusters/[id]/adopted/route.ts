import { ok } from "@/lib/core/result";
import { forgetInput, pastedKubeconfig, renameInput } from "@/lib/schemas/adopt";
import { idParams } from "@/lib/schemas/ids";
import { adoptedStanding } from "@/server/services/adopted-standing";
import { forgetCluster } from "@/server/services/forget-cluster";
import { renameAdopted } from "@/server/services/rename-adopted";
import { replaceCredential } from "@/server/services/replace-credential";
import { defineRoute } from "@/server/http/define-route";

/** Whether the panel's people may act in this adopted cluster, asked of it now. */
export const GET = defineRoute({
  permission: "kube:read",
  params: idParams,
  handle: ({ container, params }) => adoptedStanding(container, params.id),
});

/** Another kubeconfig for the same cluster. */
export const PUT = defineRoute({
  permission: "clusters:adopt",
  params: idParams,
  body: pastedKubeconfig,
  handle: async ({ container, params, body, user, address }) => {
    const input = { ...body, clusterId: params.id };
    const replaced = await replaceCredential(container, input, { user, address });
    return replaced.ok ? ok({ cluster: replaced.value }) : replaced;
  },
});

/** Another name in this panel. */
export const PATCH = defineRoute({
  permission: "clusters:adopt",
  params: idParams,
  body: renameInput,
  handle: async ({ container, params, body, user, address }) => {
    const input = { clusterId: params.id, name: body.name };
    const renamed = await renameAdopted(container, input, { user, address });
    return renamed.ok ? ok({ cluster: renamed.value }) : renamed;
  },
});

/** Forgets the cluster, and takes out of it what the panel put there. */
export const DELETE = defineRoute({
  permission: "clusters:adopt",
  params: idParams,
  query: forgetInput,
  needsDisk: false,
  handle: async ({ container, params, query, user, address }) =>
    forgetCluster(container, { clusterId: params.id, ...query }, { user, address }),
});
