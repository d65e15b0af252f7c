import { conditionOf } from "./kube-object";
import type { ContainerStatus, RawPod } from "./pod-phrase";

/** Why a pod is not as it should be, in parts, so that each language writes its own sentence. */
export type PodTrouble =
  /** An image that cannot be had. `registry` is where it was looked for. */
  | {
      readonly code: "image";
      readonly image: string;
      readonly registry: string;
      readonly message: string;
    }
  /** A container that ends again and again, and how it ended last. */
  | {
      readonly code: "crash-loop";
      readonly container: string;
      readonly exitCode: number | null;
      readonly lastReason: string;
      readonly message: string;
    }
  /** No node takes it. `message` is the scheduler's own. */
  | { readonly code: "unschedulable"; readonly message: string }
  /** A container that cannot be made: a config map that is not there, a bad command … */
  | { readonly code: "container"; readonly container: string; readonly message: string }
  /** Kubernetes ended the pod: evicted, node lost … */
  | { readonly code: "ended"; readonly message: string }
  | { readonly code: "not-ready"; readonly ready: number; readonly total: number };

/** Source: Kubernetes, kubelet image errors. */
const IMAGE_REASONS: readonly string[] = [
  "ErrImagePull",
  "ImagePullBackOff",
  "InvalidImageName",
  "ErrImageNeverPull",
  "ImageInspectError",
  "RegistryUnavailable",
];

/** Waiting for these is part of an ordinary start. */
const ORDINARY: readonly string[] = ["ContainerCreating", "PodInitializing"];

/** The first thing that keeps the pod from running, or null when nothing does. */
export function podTrouble(pod: RawPod): PodTrouble | null {
  const { status = {} } = pod;
  if (status.phase === "Succeeded") return null;
  const scheduled = conditionOf(status.conditions, "PodScheduled");
  if (scheduled?.status === "False" && scheduled.reason === "Unschedulable")
    return { code: "unschedulable", message: scheduled.message ?? "" };
  const inContainer = containersOf(pod)
    .map(containerTrouble)
    .find((trouble) => trouble !== null);
  if (inContainer !== undefined) return inContainer;
  return status.reason ? { code: "ended", message: status.message ?? "" } : notReady(pod);
}

/** All containers in the order they start in. The spec's image is what somebody typed; the status may hold a digest. */
function containersOf({ spec = {}, status = {} }: RawPod): readonly ContainerStatus[] {
  const { initContainers = [], containers = [] } = spec;
  const { initContainerStatuses = [], containerStatuses = [] } = status;
  const images = new Map(
    [...initContainers, ...containers].map(({ name, image }) => [name, image]),
  );
  return [...initContainerStatuses, ...containerStatuses].map((container) => ({
    ...container,
    image: images.get(container.name) ?? container.image ?? "",
  }));
}

function containerTrouble(container: ContainerStatus): PodTrouble | null {
  const { name, image = "", state = {} } = container;
  const { reason = "", message = "" } = state.waiting ?? {};
  if (IMAGE_REASONS.includes(reason))
    return { code: "image", image, registry: registryOf(image), message };
  if (reason === "CrashLoopBackOff" || hasFailed(container)) return crash(container);
  if (reason === "" || ORDINARY.includes(reason)) return null;
  return { code: "container", container: name, message: message || reason };
}

const hasFailed = ({ state }: ContainerStatus) =>
  state?.terminated !== undefined && state.terminated.exitCode !== 0;

function crash({ name, state, lastState }: ContainerStatus): PodTrouble {
  const end = state?.terminated ?? lastState?.terminated ?? {};
  const { exitCode = null, reason = "", message = "" } = end;
  return { code: "crash-loop", container: name, exitCode, lastReason: reason, message };
}

function notReady({ status = {}, metadata }: RawPod): PodTrouble | null {
  const containers = status.containerStatuses ?? [];
  const ready = containers.filter((container) => container.ready === true).length;
  const starting = containers.some(({ state }) => state?.waiting !== undefined);
  if (status.phase !== "Running" || starting || ready === containers.length) return null;
  if (metadata.deletionTimestamp !== undefined) return null;
  return { code: "not-ready", ready, total: containers.length };
}

/** Source: the distribution project's reference grammar: no dot, colon or "localhost" first means Docker Hub. */
export function registryOf(image: string): string {
  const [first = "", ...rest] = image.split("/");
  const isRegistry = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
  return isRegistry ? first : "docker.io";
}
