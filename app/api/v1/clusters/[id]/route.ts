import { ok } from "@/lib/core/result";
import { clusterSpec } from "@/lib/schemas/cluster-spec";
import { idParams } from "@/lib/schemas/ids";
import { defineRoute } from "@/server/http/define-route";
import { clusterRow, findCluster } from "@/server/services/cluster-row";
import { discardDraft } from "@/server/services/discard-draft";
import { updateCluster } from "@/server/services/update-cluster";

export const GET = defineRoute({
  permission: "clusters:read",
  params: idParams,
  handle: async ({ container, params }) => {
    const stored = await findCluster(container.db, params.id);
    return stored.ok ? ok({ cluster: clusterRow(stored.value) }) : stored;
  },
});

export const PATCH = defineRoute({
  permission: "clusters:write",
  params: idParams,
  body: clusterSpec,
  handle: async ({ container, params, body }) => {
    const cluster = await updateCluster(container, params.id, body);
    return cluster.ok ? ok({ cluster: cluster.value }) : cluster;
  },
});

export const DELETE = defineRoute({
  permission: "clusters:write",
  params: idParams,
  handle: async ({ container, params }) => discardDraft(container, params.id),
});
