import { fail, ok, type Result } from "@/lib/core/result";
import type { Problem } from "@/lib/core/problem";
import { conditionOf } from "@/lib/kube/kube-object";
import { hostsOfServices, servicesChoosing } from "@/lib/kube-write/hosts-of";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import type {
  RawAutoscaler,
  RawEvent,
  RawIngress,
  RawObject,
  RawPodObject,
  RawRevision,
  RawService,
  RawWorkload,
} from "@/lib/kube-write/raw-objects";
import { controllerRevisions, replicaSetRevisions } from "@/lib/kube-write/revisions";
import { toRollout } from "@/lib/kube-write/rollout";
import { labelQuery } from "@/lib/kube-write/selector";
import type { Rollout } from "@/lib/schemas/kube-rollout";
import type { ApiClient } from "@/server/kube/api-client";
import { listObjects, readObject } from "./object-access";
import type { WriteFailure } from "./write-failure";

/** Kinds that replace their pods step by step. */
export const ROLLING: readonly string[] = ["Deployment", "StatefulSet", "DaemonSet"];

/** How far a workload is, why it is not further, and what it can go back to. */
export async function readRollout(
  api: ApiClient,
  ref: ObjectRef,
): Promise<Result<Rollout, WriteFailure>> {
  if (!ROLLING.includes(ref.kind)) return fail(noRollout(ref));
  const read = await readObject(api, ref);
  if (!read.ok) return read;
  const workload = read.value as unknown as RawWorkload;
  const around = await readAround(api, ref, workload);
  const { unknown, sets, revisions, pods, events, autoscalers, services, ingresses } = around;
  const owned = <T extends RawObject>(objects: readonly T[]) =>
    ownedBy(objects, workload.metadata.uid);
  const ownSets = owned(sets);
  const stored =
    ref.kind === "Deployment"
      ? replicaSetRevisions(ownSets)
      : controllerRevisions(owned(revisions));
  const newest = newestOf(ref, { workload, ownSets, pods, revisions: owned(revisions) });
  const set = ref.kind === "Deployment" ? newestSet(ownSets) : undefined;
  const labels = templateLabels(workload);
  const hosts = hostsOfServices(ingresses, servicesChoosing(services, labels));
  const input = { ref, workload, events, autoscalers, hosts, unknown, revisions: stored };
  return ok(toRollout({ ...input, ...newest, notCreated: notCreated(workload, set) }));
}

const noRollout = (ref: ObjectRef): WriteFailure => ({
  code: "kube.invalid",
  detail: `A ${ref.kind} has no rollout.`,
  remedies: ["Only deployments, stateful sets and daemon sets replace their pods step by step."],
  httpStatus: null,
  causes: [],
});

async function readAround(api: ApiClient, ref: ObjectRef, workload: RawWorkload) {
  const unknown: Problem[] = [];
  const space = `namespaces/${encodeURIComponent(ref.namespace)}`;
  const labelSelector = labelQuery(workload.spec?.selector);
  const list = async <T>(path: string, query: Readonly<Record<string, string>> = {}) => {
    const answer = await listObjects<T>(api, path, query);
    if (answer.ok) return answer.value.items;
    const { code, detail, remedies } = answer.problem;
    unknown.push({ code, detail, remedies });
    return [];
  };
  const apps = `/apis/apps/v1/${space}`;
  const isDeployment = ref.kind === "Deployment";
  const [sets, revisions, pods, events, autoscalers, services, ingresses] = await Promise.all([
    isDeployment ? list<RawWorkload>(`${apps}/replicasets`, { labelSelector }) : [],
    isDeployment ? [] : list<RawRevision>(`${apps}/controllerrevisions`, { labelSelector }),
    list<RawPodObject>(`/api/v1/${space}/pods`, { labelSelector }),
    list<RawEvent>(`/api/v1/${space}/events`, {
      fieldSelector: "involvedObject.kind=Pod,type=Warning",
    }),
    list<RawAutoscaler>(`/apis/autoscaling/v2/${space}/horizontalpodautoscalers`),
    list<RawService>(`/api/v1/${space}/services`),
    list<RawIngress>(`/apis/networking.k8s.io/v1/${space}/ingresses`),
  ]);
  return { unknown, sets, revisions, pods, events, autoscalers, services, ingresses };
}

const ownedBy = <T extends RawObject>(
  objects: readonly T[],
  uid: string | undefined,
): readonly T[] =>
  objects.filter(({ metadata }) => metadata.ownerReferences?.some((owner) => owner.uid === uid));

const templateLabels = ({ spec }: RawWorkload) =>
  (spec?.template?.metadata as { labels?: Readonly<Record<string, string>> } | undefined)?.labels;

const REVISION = "deployment.kubernetes.io/revision";
const revisionOf = ({ metadata }: RawWorkload) => Number(metadata.annotations?.[REVISION] ?? 0);

const newestSet = (sets: readonly RawWorkload[]) =>
  [...sets].sort((a, b) => revisionOf(b) - revisionOf(a))[0];

interface Found {
  readonly workload: RawWorkload;
  readonly ownSets: readonly RawWorkload[];
  readonly pods: readonly RawPodObject[];
  readonly revisions: readonly RawRevision[];
}

/** The workload's pods, and those of its newest state among them. */
function newestOf(ref: ObjectRef, { workload, ownSets, pods, revisions }: Found) {
  if (ref.kind === "Deployment") {
    const own = ownSets.flatMap(({ metadata }) => ownedBy(pods, metadata.uid));
    return { newest: ownedBy(pods, newestSet(ownSets)?.metadata.uid), podCount: own.length };
  }
  const own = ownedBy(pods, workload.metadata.uid);
  const latest = [...revisions].sort((a, b) => (b.revision ?? 0) - (a.revision ?? 0))[0]?.metadata;
  // A stateful set's pods carry the revision's name, a daemon set's only its last part.
  const hash = latest?.labels?.["controller-revision-hash"];
  const newest = own.filter(({ metadata }) => {
    const label = metadata.labels?.["controller-revision-hash"];
    return label === latest?.name || (hash !== undefined && label === hash);
  });
  return { newest, podCount: own.length };
}

/** Source: apps/v1, ReplicaFailure of a deployment and of its replica set. */
function notCreated({ status }: RawWorkload, set: RawWorkload | undefined): string {
  const failure =
    conditionOf(set?.status?.conditions, "ReplicaFailure") ??
    conditionOf(status?.conditions, "ReplicaFailure");
  return failure?.status === "True" ? (failure.message ?? "") : "";
}
