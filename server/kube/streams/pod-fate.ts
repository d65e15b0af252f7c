import type { V1ContainerStatus, V1Pod } from "@kubernetes/client-node";
import type { LogTarget } from "@/lib/schemas/kube-log";
import type { ApiClient } from "../api-client";
import type { Wire } from "../wire";

/** What has become of a container whose log ended. */
export type ContainerFate =
  | { readonly fate: "goes-on" }
  | { readonly fate: "unknown" }
  | { readonly fate: "ended" | "deleted" | "restarting"; readonly detail: string };

type ContainerStatus = Wire<V1ContainerStatus>;
type PodAnswer = Wire<V1Pod>;

type Place = Pick<LogTarget, "namespace" | "pod" | "container">;

/** Asks the API. */
export async function containerFate(api: ApiClient, place: Place): Promise<ContainerFate> {
  const { namespace, pod, container } = place;
  const asked = await api.json<PodAnswer>({ path: `/api/v1/namespaces/${namespace}/pods/${pod}` });
  if (!asked.ok)
    return asked.problem.httpStatus === 404
      ? { fate: "deleted", detail: `Pod ${pod} was deleted.` }
      : { fate: "unknown" };
  return fateIn(asked.value, container);
}

type State = NonNullable<ContainerStatus["state"]>;

/** The container's state, and whether it is one that the pod keeps running. */
function stateIn({ status = {} }: PodAnswer, name: string): State & { isMain: boolean } {
  const stateOf = (statuses: readonly ContainerStatus[] = []) =>
    statuses.find((each) => each.name === name)?.state;
  const main = stateOf(status.containerStatuses);
  if (main !== undefined) return { ...main, isMain: true };
  const once = [
    ...(status.initContainerStatuses ?? []),
    ...(status.ephemeralContainerStatuses ?? []),
  ];
  return { ...stateOf(once), isMain: false };
}

function fateIn(pod: PodAnswer, container: string): ContainerFate {
  const { terminated, waiting, isMain } = stateIn(pod, container);
  if (waiting !== undefined)
    return { fate: "restarting", detail: `${container} waits: ${waiting.reason ?? "starting"}.` };
  if (terminated === undefined) return { fate: "goes-on" };
  const { exitCode = 0, reason = "" } = terminated;
  const because = reason === "" ? "" : ` (${reason})`;
  const ended = `${container} ended with exit code ${exitCode}${because}.`;
  const isLeaving = pod.metadata?.deletionTimestamp !== undefined;
  return !isMain || isLeaving || isFinal(pod.spec?.restartPolicy, exitCode)
    ? { fate: "ended", detail: ended }
    : { fate: "restarting", detail: `${ended} It is started again.` };
}

/** Source: Kubernetes, "Pod Lifecycle", restartPolicy. */
const isFinal = (policy: string | undefined, exitCode: number): boolean =>
  policy === "Never" || (policy === "OnFailure" && exitCode === 0);
