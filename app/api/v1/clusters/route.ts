import { ok } from "@/lib/core/result";
import { clusterSpec } from "@/lib/schemas/cluster-spec";
import { defineRoute } from "@/server/http/define-route";
import { createCluster } from "@/server/services/create-cluster";
import { listClusters } from "@/server/services/list-clusters";

export const GET = defineRoute({
  permission: "clusters:read",
  handle: async ({ container }) => ok({ clusters: await listClusters(container.db) }),
});

export const POST = defineRoute({
  permission: "clusters:write",
  body: clusterSpec,
  status: 201,
  handle: async ({ container, body }) => {
    const cluster = await createCluster(container, body);
    return cluster.ok ? ok({ cluster: cluster.value }) : cluster;
  },
});
