import { conditionOf } from "@/lib/kube/kube-object";
import { podTrouble } from "@/lib/kube/pod-trouble";
import { isStarting, startTrouble } from "@/lib/kube/start-trouble";
import type { Rollout, RolloutReason, RolloutState } from "@/lib/schemas/kube-rollout";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { RawAutoscaler, RawEvent, RawPodObject, RawWorkload } from "./raw-objects";
import { showRevision, type StoredRevision } from "./revisions";
import { labelQuery } from "./selector";

/** What a rollout is judged by. `pods`: all of the workload's; `newest`: those of its newest state. */
export interface RolloutInput {
  readonly ref: ObjectRef;
  readonly workload: RawWorkload;
  readonly newest: readonly RawPodObject[];
  readonly podCount: number;
  readonly events: readonly RawEvent[];
  readonly revisions: readonly StoredRevision[];
  readonly autoscalers: readonly RawAutoscaler[];
  /** Why the controller could not make pods; empty when it could. */
  readonly notCreated: string;
  readonly hosts: readonly string[];
  readonly unknown: Rollout["unknown"];
}

/** How far a workload is, and why it is not further. */
export function toRollout(input: RolloutInput): Rollout {
  const { ref, workload, revisions, hosts, unknown } = input;
  const counts = countsOf(input);
  const { metadata, spec = {} } = workload;
  const newest = revisions[0]?.revision;
  const state = stateOf(input, counts);
  return {
    ...ref,
    uid: metadata.uid ?? "",
    resourceVersion: metadata.resourceVersion ?? "",
    selector: labelQuery(spec.selector),
    state,
    ...counts,
    paused: spec.paused === true,
    reasons: state === "done" || state === "stopped" ? [] : reasonsOf(input),
    revisions: revisions.map((stored) => showRevision(stored, stored.revision === newest)),
    autoscaler: autoscalerOf(input),
    hosts,
    unknown,
  };
}

/** The API leaves zeros out. A daemon set counts under other names. */
function countsOf({ workload: { spec = {}, status = {} }, newest, podCount }: RolloutInput) {
  const updated = status.updatedReplicas ?? status.updatedNumberScheduled ?? 0;
  return {
    desired: spec.replicas ?? status.desiredNumberScheduled ?? 1,
    updated,
    ready: status.readyReplicas ?? status.numberReady ?? 0,
    available: status.availableReplicas ?? status.numberAvailable ?? 0,
    old: Math.max(0, podCount - newest.length),
  };
}

type Counts = ReturnType<typeof countsOf>;

/** Source: `kubectl rollout status`: the same questions in the same order. */
function stateOf({ workload }: RolloutInput, counts: Counts): RolloutState {
  const { spec = {}, status = {} } = workload;
  if (isSeen(workload)) {
    if (counts.desired === 0 && !status.replicas) return "stopped";
    if (isComplete(counts)) return "done";
  }
  if (spec.paused === true) return "paused";
  const late = conditionOf(status.conditions, "Progressing")?.reason === "ProgressDeadlineExceeded";
  return late ? "stuck" : "going";
}

/** Whether the controller knows of the last change. */
const isSeen = ({ metadata, status = {} }: RawWorkload) =>
  (status.observedGeneration ?? 0) >= (metadata.generation ?? 0);

const isComplete = ({ desired, updated, available, old }: Counts) =>
  updated >= desired && available >= desired && old === 0;

/** The same reason of many pods is said once. Worst first: what never gets better by itself. */
function reasonsOf({ newest, events, notCreated }: RolloutInput): readonly RolloutReason[] {
  const found = new Map<string, RolloutReason>();
  for (const pod of newest.filter(({ metadata }) => metadata.deletionTimestamp === undefined)) {
    const reason = reasonOf(pod, events);
    if (reason === null) continue;
    const key = `${reason.code} ${"image" in reason ? reason.image : ""}${"container" in reason ? reason.container : ""}`;
    const known = found.get(key);
    found.set(key, { ...(known ?? reason), pods: (known?.pods ?? 0) + 1 } as RolloutReason);
  }
  const refused: RolloutReason[] =
    notCreated === "" ? [] : [{ code: "not-created", pods: 0, pod: "", message: notCreated }];
  return [...refused, ...[...found.values()].sort((a, b) => RANK[a.code] - RANK[b.code])];
}

const RANK = {
  "not-created": 0,
  image: 1,
  container: 1,
  "crash-loop": 2,
  ended: 2,
  sandbox: 2,
  volume: 2,
  unschedulable: 3,
  probe: 4,
  starting: 5,
} as const satisfies Record<RolloutReason["code"], number>;

function reasonOf(pod: RawPodObject, events: readonly RawEvent[]): RolloutReason | null {
  const { name } = pod.metadata;
  const at = { pods: 1, pod: name };
  const trouble = podTrouble(pod);
  if (trouble === null && isStarting(pod)) {
    const started = startTrouble(eventsAbout(name, events));
    return started === null ? { code: "starting", ...at } : { ...started, ...at };
  }
  if (trouble === null) return isReady(pod) ? null : waiting(at, name, events);
  if (trouble.code !== "not-ready") return { ...trouble, ...at };
  return waiting(at, name, events);
}

const isReady = ({ status }: RawPodObject) =>
  conditionOf(status?.conditions, "Ready")?.status === "True" || status?.phase === "Succeeded";

/** Oldest first. */
const eventsAbout = (name: string, events: readonly RawEvent[]) =>
  events
    .filter(({ involvedObject }) => involvedObject?.name === name)
    .toSorted((a, b) => Number(toldAt(a) > toldAt(b)) - Number(toldAt(a) < toldAt(b)));

const toldAt = ({ lastTimestamp, eventTime }: RawEvent) => lastTimestamp ?? eventTime ?? "";

function waiting(
  at: { readonly pods: number; readonly pod: string },
  name: string,
  events: readonly RawEvent[],
): RolloutReason {
  const unhealthy = eventsAbout(name, events).filter(({ reason }) => reason === "Unhealthy");
  const message = unhealthy.at(-1)?.message;
  return message === undefined ? { code: "starting", ...at } : { code: "probe", ...at, message };
}

function autoscalerOf({ ref, autoscalers }: RolloutInput): Rollout["autoscaler"] {
  const found = autoscalers.find(
    ({ spec }) => spec?.scaleTargetRef?.kind === ref.kind && spec.scaleTargetRef.name === ref.name,
  );
  if (found === undefined) return null;
  return {
    name: found.metadata.name,
    min: found.spec?.minReplicas ?? 1,
    max: found.spec?.maxReplicas ?? 1,
  };
}
