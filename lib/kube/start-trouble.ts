import { clusterPods } from "@/lib/i18n/en/cluster-workloads";
import type { ObjectEvent } from "@/lib/schemas/kube-object";
import type { RowStatus } from "@/lib/schemas/kube-kind";
import type { EventRow } from "./kinds/event";
import type { RawPod } from "./pod-phrase";

/** What keeps a pod on a node from beginning; only the kubelet's events tell. */
export interface StartTrouble {
  readonly code: "sandbox" | "volume";
  /** The kubelet's own words. */
  readonly message: string;
}

/** Source: Kubernetes, pkg/kubelet/events and the attach/detach controller. */
const CODES: Readonly<Record<string, StartTrouble["code"]>> = {
  FailedCreatePodSandBox: "sandbox",
  NetworkNotReady: "sandbox",
  FailedMount: "volume",
  FailedAttachVolume: "volume",
};

/** Whether a pod has its node, and no container of it has begun: "ContainerCreating" in kubectl's words. */
export function isStarting({ spec = {}, status = {} }: RawPod): boolean {
  const { phase, initContainerStatuses = [], containerStatuses = [] } = status;
  const begun = [...initContainerStatuses, ...containerStatuses].some(
    ({ state }) => state?.running !== undefined || state?.terminated !== undefined,
  );
  return phase === "Pending" && (spec.nodeName ?? "") !== "" && !begun;
}

interface Told {
  readonly reason?: string;
  readonly message?: string;
}

/** Which of a pod's own events says why it does not begin: the last one. `events`: oldest first. */
export function startTrouble(events: readonly Told[]): StartTrouble | null {
  for (const { reason = "", message = "" } of events.toReversed()) {
    const code = CODES[reason];
    if (code !== undefined) return { code, message };
  }
  return null;
}

/** A pod that has not begun says why, as far as its events tell. `events`: newest first, as its page shows them. */
export function explainStart(
  pod: RawPod,
  status: RowStatus | null,
  events: readonly ObjectEvent[],
): RowStatus | null {
  if (status === null || !isStarting(pod)) return status;
  return withTrouble(status, startTrouble(events.toReversed()));
}

/** The word of a pod whose containers are being made. Source: kubectl, its pod printer. */
export const STARTING = "ContainerCreating";

/** The same of a pod in a list. `events`: of any objects, in any order. */
export function explainListedStart(
  { uid, status }: { readonly uid: string; readonly status: RowStatus | null },
  events: Iterable<EventRow>,
): RowStatus | null {
  if (status === null || status.word !== STARTING) return status;
  const own = [...events]
    .filter(({ aboutUid }) => aboutUid === uid)
    .sort((a, b) => a.lastAt.localeCompare(b.lastAt));
  return withTrouble(status, startTrouble(own));
}

function withTrouble(status: RowStatus, trouble: StartTrouble | null): RowStatus {
  if (trouble === null) return status;
  const why = clusterPods.starts[trouble.code](trouble);
  return { ...status, tone: "warn", why, remedy: clusterPods.startRemedies[trouble.code] };
}
