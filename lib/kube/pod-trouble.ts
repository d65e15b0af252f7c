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
  const containers = [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])];
  const specs = [...(pod.spec?.initContainers ?? []), ...(pod.spec?.containers ?? [])];
  for (const container of containers) {
    // The spec's image is what somebody typed; the status may hold a digest.
    const image = specs.find(({ name }) => name === container.name)?.image;
    const trouble = containerTrouble(container, image ?? container.image ?? "");
    if (trouble !== null) return trouble;
  }
  if (status.reason) return { code: "ended", message: status.message ?? "" };
  return notReady(pod);
}

function containerTrouble(container: ContainerStatus, image: string): PodTrouble | null {
  const { waiting, terminated } = container.state ?? {};
  const last = container.lastState?.terminated;
  const reason = waiting?.reason ?? "";
  const message = waiting?.message ?? "";
  if (IMAGE_REASONS.includes(reason))
    return { code: "image", image, registry: registryOf(image), message };
  if (reason === "CrashLoopBackOff" || (terminated?.exitCode ?? 0) !== 0) {
    const end = terminated ?? last;
    return {
      code: "crash-loop",
      container: container.name,
      exitCode: end?.exitCode ?? null,
      lastReason: end?.reason ?? "",
      message: end?.message ?? "",
    };
  }
  if (reason === "" || ORDINARY.includes(reason)) return null;
  return { code: "container", container: container.name, message: message || reason };
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
