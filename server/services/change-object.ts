import { assertNever } from "@/lib/core/assert-never";
import { done, type Result } from "@/lib/core/result";
import { sayRef } from "@/lib/kube-write/manifest";
import type { JsonObject } from "@/lib/kube-write/json";
import type { ChangeInput } from "@/lib/schemas/kube-change";
import type { Container } from "@/server/container";
import type { ApiClient } from "@/server/kube/api-client";
import { runCronJob, suspendCronJob } from "@/server/kube/write/cron-changes";
import { deleteObject } from "@/server/kube/write/delete-object";
import {
  cordonNode,
  declareOff,
  declareOn,
  labelNode,
  nodeRef,
  taintNode,
} from "@/server/kube/write/node-changes";
import {
  pauseRollout,
  restartWorkload,
  rollbackWorkload,
  scaleWorkload,
} from "@/server/kube/write/workload-changes";
import type { WriteFailure } from "@/server/kube/write/write-failure";
import { kubeWriter, shownResult, type Asking } from "./kube-writer";

type Needs = Pick<Container, "db" | "kube" | "audit" | "clock">;

/** Makes one change of one object, as whoever asks, and writes it down. */
export async function changeObject(
  needs: Needs,
  asking: Asking,
  input: ChangeInput,
): Promise<Result<void>> {
  const writer = await kubeWriter(needs, asking);
  if (!writer.ok) return writer;
  const { api, clusterName } = writer.value;
  const changed = await performChange(api, input, needs.clock.nowMs());
  if (!changed.ok) return shownResult(changed);
  await needs.audit.record({
    actor: { id: asking.user.id, name: asking.user.name },
    address: asking.address,
    action: `kube.${input.action}`,
    object: `cluster:${asking.clusterId}`,
    detail: { cluster: clusterName, ...detailOf(input) },
  });
  return done;
}

/** Makes the change and writes nothing down. */
export function performChange(
  api: ApiClient,
  input: ChangeInput,
  nowMs: number,
): Promise<Result<JsonObject, WriteFailure>> {
  switch (input.action) {
    case "scale":
      return scaleWorkload(api, input);
    case "restart":
      return restartWorkload(api, input.object, nowMs);
    case "pause":
    case "resume":
      return pauseRollout(api, input.object, input.action === "pause");
    case "rollback":
      return rollbackWorkload(api, input);
    case "suspend":
      return suspendCronJob(api, input.object, input.suspended);
    case "run-now":
      return runCronJob(api, input.object, nowMs);
    case "delete":
      return deleteObject(api, input);
    default:
      return performOnNode(api, input);
  }
}

type NodeChange = Extract<ChangeInput, { readonly node: string }>;

function performOnNode(
  api: ApiClient,
  input: NodeChange,
): Promise<Result<JsonObject, WriteFailure>> {
  switch (input.action) {
    case "cordon":
    case "uncordon":
      return cordonNode(api, input.node, input.action === "cordon");
    case "label-node":
      return labelNode(api, input);
    case "taint-node":
      return taintNode(api, input);
    case "declare-off":
      return declareOff(api, input);
    case "declare-on":
      return declareOn(api, input.node);
    default:
      return assertNever(input);
  }
}

/** What a reader of the audit wants to know. */
function detailOf(input: ChangeInput): Readonly<Record<string, unknown>> {
  const object = sayRef("node" in input ? nodeRef(input.node) : input.object);
  return { ...input, object };
}
