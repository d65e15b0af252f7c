import { conditionOf, type KubeCondition } from "./kube-object";

/** Source: Kubernetes API reference, core/v1 ContainerStatus. Only what is read here. */
export interface ContainerStatus {
  readonly name: string;
  readonly image?: string;
  readonly ready?: boolean;
  readonly started?: boolean;
  readonly restartCount?: number;
  readonly state?: ContainerState;
  readonly lastState?: ContainerState;
}

interface ContainerState {
  readonly waiting?: { readonly reason?: string; readonly message?: string };
  readonly running?: { readonly startedAt?: string };
  readonly terminated?: {
    readonly reason?: string;
    readonly message?: string;
    readonly exitCode?: number;
    readonly signal?: number;
  };
}

/** Source: Kubernetes API reference, core/v1 Pod. Only what is read here. */
export interface RawPod {
  readonly metadata: { readonly deletionTimestamp?: string };
  readonly spec?: {
    readonly nodeName?: string;
    readonly containers?: readonly PodContainer[];
    readonly initContainers?: readonly PodContainer[];
    readonly volumes?: readonly {
      readonly persistentVolumeClaim?: { readonly claimName?: string };
    }[];
  };
  readonly status?: {
    readonly phase?: string;
    readonly reason?: string;
    readonly message?: string;
    readonly podIP?: string;
    readonly conditions?: readonly KubeCondition[];
    readonly containerStatuses?: readonly ContainerStatus[];
    readonly initContainerStatuses?: readonly ContainerStatus[];
  };
}

interface PodContainer {
  readonly name: string;
  readonly image?: string;
  readonly restartPolicy?: string;
  readonly resources?: { readonly requests?: Readonly<Record<string, string>> };
}

/** The STATUS word of `kubectl get pods`. Source: kubectl, printers "printPod". */
export function podPhrase(pod: RawPod): string {
  if (pod.metadata.deletionTimestamp !== undefined) {
    if (pod.status?.reason === "NodeLost") return "Unknown";
    if (!isFinished(pod)) return "Terminating";
  }
  const before = initPhrase(pod);
  const initialised = conditionOf(pod.status?.conditions, "Initialized")?.status === "True";
  if (before !== null && !initialised) return before;
  return containersPhrase(pod, before ?? phaseOf(pod));
}

/** It has run to its end, or failed for good. */
export const isFinished = ({ status }: RawPod): boolean =>
  status?.phase === "Succeeded" || status?.phase === "Failed";

const phaseOf = ({ status = {} }: RawPod): string =>
  isGated(status.conditions) ? "SchedulingGated" : status.reason || status.phase || "Unknown";

const isGated = (conditions: readonly KubeCondition[] | undefined) =>
  conditionOf(conditions, "PodScheduled")?.reason === "SchedulingGated";

/** "Init:…" for the first init container that is not through, or null when all are. */
function initPhrase({ spec = {}, status = {} }: RawPod): string | null {
  const { initContainers = [] } = spec;
  const { initContainerStatuses: statuses = [] } = status;
  const index = statuses.findIndex((container) => !isThrough(container, initContainers));
  const container = statuses[index];
  if (container === undefined) return null;
  const word = containerWord(container);
  return word === null || word === "PodInitializing"
    ? `Init:${index}/${Math.max(initContainers.length, statuses.length)}`
    : `Init:${word}`;
}

function isThrough(container: ContainerStatus, specs: readonly PodContainer[] = []): boolean {
  if (container.state?.terminated?.exitCode === 0) return true;
  const sidecar = specs.find(({ name }) => name === container.name)?.restartPolicy === "Always";
  return sidecar && container.started === true;
}

const endPhrase = (end: NonNullable<ContainerState["terminated"]>): string => {
  if (end.reason) return end.reason;
  return end.signal ? `Signal:${end.signal}` : `ExitCode:${end.exitCode ?? 0}`;
};

function containersPhrase({ status = {} }: RawPod, phase: string): string {
  const containers = status.containerStatuses ?? [];
  const first = containers.map(containerWord).find((word) => word !== null);
  const phrase = first ?? phase;
  const running = containers.some(({ ready, state }) => ready === true && state?.running);
  if (phrase !== "Completed" || !running) return phrase;
  return conditionOf(status.conditions, "Ready")?.status === "True" ? "Running" : "NotReady";
}

function containerWord({ state = {} }: ContainerStatus): string | null {
  if (state.waiting?.reason) return state.waiting.reason;
  return state.terminated === undefined ? null : endPhrase(state.terminated);
}
