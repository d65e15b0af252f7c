import { fail, type Result } from "@/lib/core/result";
import { isJsonObject, type JsonObject } from "@/lib/kube-write/json";
import { sayRef } from "@/lib/kube-write/manifest";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { ApiClient } from "@/server/kube/api-client";
import { ACTION_MANAGER, patchObject, readObject } from "./object-access";
import { send } from "./send";
import type { WriteFailure } from "./write-failure";

type Changed = Result<JsonObject, WriteFailure>;

const onlyCronJobs = (ref: ObjectRef): Changed =>
  fail({
    code: "kube.invalid",
    detail: `${sayRef(ref)} has no schedule.`,
    remedies: ["Choose a cron job."],
    httpStatus: null,
    causes: [],
  });

/** A schedule, or a job itself. Source: Kubernetes, "Suspending a Job". */
const SUSPENDED: readonly string[] = ["CronJob", "Job"];

/** Holds a schedule, or lets it go on; jobs that it started go on running. A job that is held ends its pods. */
export async function suspendCronJob(
  api: ApiClient,
  ref: ObjectRef,
  suspended: boolean,
): Promise<Changed> {
  if (!SUSPENDED.includes(ref.kind)) return onlyCronJobs(ref);
  return patchObject(api, { ref, kind: "merge", body: { spec: { suspend: suspended } } });
}

/** Names of jobs may have 63 characters; the controller needs 11 of a cron job's for its own. */
const NAME_KEPT = 46;

/** Makes a job of the cron job's template now. Source: kubectl create job --from. */
export async function runCronJob(api: ApiClient, ref: ObjectRef, nowMs: number): Promise<Changed> {
  if (ref.kind !== "CronJob") return onlyCronJobs(ref);
  const read = await readObject(api, ref);
  if (!read.ok) return read;
  const { spec, metadata } = read.value;
  const template = isJsonObject(spec) && isJsonObject(spec.jobTemplate) ? spec.jobTemplate : {};
  const own = isJsonObject(template.metadata) ? template.metadata : {};
  const name = `${ref.name.slice(0, NAME_KEPT)}-now-${nowMs.toString(36)}`;
  const { apiVersion, kind } = ref;
  const uid = isJsonObject(metadata) ? (metadata.uid ?? "") : "";
  const body = {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: {
      name,
      namespace: ref.namespace,
      labels: own.labels ?? {},
      annotations: {
        ...(isJsonObject(own.annotations) ? own.annotations : {}),
        "cronjob.kubernetes.io/instantiate": "manual",
      },
      ownerReferences: [{ apiVersion, kind, name: ref.name, uid, controller: true }],
    },
    spec: template.spec ?? {},
  };
  const path = `/apis/batch/v1/namespaces/${encodeURIComponent(ref.namespace)}/jobs`;
  const query = { fieldManager: ACTION_MANAGER };
  return send(api, { method: "POST", path, query, body }, { ...ref, kind: "Job", name });
}
