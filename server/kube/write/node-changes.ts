import { fail, type Result } from "@/lib/core/result";
import { conditionOf } from "@/lib/kube/kube-object";
import {
  OUT_OF_SERVICE,
  withOutOfService,
  withoutOutOfService,
} from "@/lib/kube-write/node-taints";
import type { JsonObject } from "@/lib/kube-write/json";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { RawNodeObject } from "@/lib/kube-write/raw-objects";
import type { ChangeOf } from "@/lib/schemas/kube-change";
import type { ApiClient } from "@/server/kube/api-client";
import { patchObject, readObject } from "./object-access";
import type { WriteFailure } from "./write-failure";

type Changed = Result<JsonObject, WriteFailure>;

/** The node of that name. */
export const nodeRef = (name: string): ObjectRef => ({
  apiVersion: "v1",
  kind: "Node",
  namespace: "",
  name,
});

const patchNode = (api: ApiClient, node: string, body: object): Promise<Changed> =>
  patchObject(api, { ref: nodeRef(node), kind: "merge", body });

/** Lets new pods onto a node or not. Pods that are there stay. */
export const cordonNode = (api: ApiClient, node: string, cordoned: boolean): Promise<Changed> =>
  patchNode(api, node, { spec: { unschedulable: cordoned ? true : null } });

const precondition = (resourceVersion: string | undefined) =>
  resourceVersion === undefined ? {} : { resourceVersion };

/** Sets labels; null removes one. */
export const labelNode = (
  api: ApiClient,
  { node, labels, resourceVersion }: ChangeOf<"label-node">,
): Promise<Changed> =>
  patchNode(api, node, { metadata: { labels, ...precondition(resourceVersion) } });

/** Replaces all taints. */
export const taintNode = (
  api: ApiClient,
  { node, taints, resourceVersion }: ChangeOf<"taint-node">,
): Promise<Changed> =>
  patchNode(api, node, {
    metadata: precondition(resourceVersion),
    spec: {
      taints: taints.map(({ value, ...taint }) => (value === "" ? taint : { ...taint, value })),
    },
  });

/**
 * Says that a node is switched off: volumes are let go and its pods start elsewhere although it cannot say
 * that they ended. On a node that still runs two copies would write to one volume, so a Ready one is refused.
 * Source: Kubernetes, "Non-graceful node shutdown".
 */
export async function declareOff(
  api: ApiClient,
  { node, confirmName }: ChangeOf<"declare-off">,
): Promise<Changed> {
  if (confirmName !== node)
    return fail({
      code: "input.invalid",
      detail: `If ${node} still runs, two copies may write to the same volume.`,
      remedies: [`Type ${node} to say that it is off.`],
      fields: { confirmName: `Type ${node}.` },
      httpStatus: null,
      causes: [],
    });
  const read = await readObject(api, nodeRef(node));
  if (!read.ok) return read;
  const { metadata, spec = {}, status } = read.value as unknown as RawNodeObject;
  if (conditionOf(status?.conditions, "Ready")?.status === "True")
    return fail({
      code: "kube.invalid",
      detail: `${node} is Ready: it is not off.`,
      remedies: [
        "Drain it if its pods should go elsewhere.",
        "If it was switched off a moment ago, wait until it is NotReady: about 40 s.",
      ],
      httpStatus: null,
      causes: [],
    });
  return patchNode(api, node, {
    metadata: precondition(metadata.resourceVersion),
    spec: { taints: withOutOfService(spec.taints ?? []) },
  });
}

/** The node is back: pods may run there again. */
export async function declareOn(api: ApiClient, node: string): Promise<Changed> {
  const read = await readObject(api, nodeRef(node));
  if (!read.ok) return read;
  const { metadata, spec = {} } = read.value as unknown as RawNodeObject;
  if (!(spec.taints ?? []).some(({ key }) => key === OUT_OF_SERVICE)) return read;
  return patchNode(api, node, {
    metadata: precondition(metadata.resourceVersion),
    spec: { taints: withoutOutOfService(spec.taints ?? []) },
  });
}
