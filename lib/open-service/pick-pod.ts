import { conditionOf, type KubeObject } from "@/lib/kube/kube-object";
import type { RawPod } from "@/lib/kube/pod-phrase";
import { containerPorts, type Openable, type ServicePort } from "./port-offers";

/** Which port of a pod is meant: a number, or the name that its containers give to one. */
export type TargetPort = number | string;

/** The port of its pods behind a service's port; null when the service has no such port. */
export function targetPortOf(
  ports: readonly ServicePort[] | undefined,
  port: number,
): TargetPort | null {
  const found = ports?.find((each) => each.port === port && (each.protocol ?? "TCP") === "TCP");
  return found === undefined ? null : (found.targetPort ?? found.port);
}

/** The number of that port in a pod; null when none of its containers has a port of that name. */
export function portIn(pod: KubeObject, port: TargetPort): number | null {
  if (typeof port === "number") return port;
  const ports = containerPorts((pod as Openable).spec ?? {});
  return ports.find(({ name }) => name === port)?.containerPort ?? null;
}

function isReady(pod: KubeObject): boolean {
  const { phase, conditions } = (pod as RawPod).status ?? {};
  if (pod.metadata.deletionTimestamp !== undefined || phase !== "Running") return false;
  return conditionOf(conditions, "Ready")?.status === "True";
}

const byAge = (a: KubeObject, b: KubeObject): number =>
  (a.metadata.creationTimestamp ?? "").localeCompare(b.metadata.creationTimestamp ?? "");

interface Preference {
  /** The pod that answered so far: what it keeps in memory, sign-ins above all, stays true. */
  readonly stay: string | null;
  /** The pod that just failed. */
  readonly avoid: string | null;
}

/** The pod to connect to; null when none is ready. The one to avoid is still better than none. */
export function pickPod(
  pods: readonly KubeObject[],
  { stay, avoid }: Preference,
): KubeObject | null {
  const ready = pods.filter(isReady).sort(byAge);
  const others = ready.filter(({ metadata }) => metadata.name !== avoid);
  return others.find(({ metadata }) => metadata.name === stay) ?? others[0] ?? ready[0] ?? null;
}
