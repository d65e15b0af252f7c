import { idParams } from "@/lib/schemas/ids";
import { drainInput, drainQuery } from "@/lib/schemas/kube-drain";
import { defineRoute } from "@/server/http/define-route";
import { cancelDrain } from "@/server/services/cancel-drain";
import { drainNode } from "@/server/services/drain-node";
import { previewDrain } from "@/server/services/preview-drain";

/** What a drain would do, and how the one that runs is doing. */
export const GET = defineRoute({
  permission: "kube:read",
  params: idParams,
  query: drainQuery,
  handle: ({ container, params, query, user, address }) =>
    previewDrain(container, { clusterId: params.id, user, address }, query.node),
});

export const POST = defineRoute({
  permission: "kube:write",
  params: idParams,
  body: drainInput,
  status: 202,
  handle: ({ container, params, body, user, address }) =>
    drainNode(container, { clusterId: params.id, user, address }, body),
});

export const DELETE = defineRoute({
  permission: "kube:write",
  params: idParams,
  query: drainQuery,
  handle: ({ container, params, query, user, address }) =>
    cancelDrain(container, { clusterId: params.id, user, address }, query.node),
});
