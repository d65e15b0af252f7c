import type { LogTarget } from "@/lib/schemas/kube-log";
import type { ApiClient } from "../api-client";

/** What has become of a container whose log ended. */
export type ContainerFate =
  | { readonly fate: "goes-on" }
  | { readonly fate: "unknown" }
  | { readonly fate: "ended" | "deleted" | "restarting"; readonly detail: string };

interface ContainerStatus {
  readonly name: string;
  readonly state?: {
    readonly terminated?: { readonly exitCode?: number; readonly reason?: string };
    readonly waiting?: { readonly reason?: string };
  };
}

/** Source: Kubernetes API reference, core/v1 Pod. */
interface PodAnswer {
  readonly metadata: { readonly uid: string; readonly deletionTimestamp?: string };
  readonly spec?: { readonly restartPolicy?: string };
  readonly status?: {
    readonly phase?: string;
    readonly containerStatuses?: readonly ContainerStatus[];
    readonly initContainerStatuses?: readonly ContainerStatus[];
    readonly ephemeralContainerStatuses?: readonly ContainerStatus[];
  };
}

type Place = Pick<LogTarget, "namespace" | "pod" | "container">;

/** Asks the API. */
export async function containerFate(api: ApiClient, place: Place): Promise<ContainerFate> {
  const { namespace, pod, container } = place;
  const asked = await api.json<PodAnswer>({ path: `/api/v1/namespaces/${namespace}/pods/${pod}` });
  if (!asked.ok)
    return asked.problem.httpStatus === 404
      ? { fate: "deleted", detail: `Pod ${pod} was deleted.` }
      : { fate: "unknown" };
  const { spec = {}, status = {}, metadata } = asked.value;
  const main = status.containerStatuses?.find(({ name }) => name === container);
  const other = [
    ...(status.initContainerStatuses ?? []),
    ...(status.ephemeralContainerStatuses ?? []),
  ].find(({ name }) => name === container);
  const state = (main ?? other)?.state ?? {};
  if (state.terminated === undefined)
    return state.waiting === undefined
      ? { fate: "goes-on" }
      : {
          fate: "restarting",
          detail: `${container} waits: ${state.waiting.reason ?? "starting"}.`,
        };
  const { exitCode = 0, reason = "" } = state.terminated;
  const ended = `${container} ended with exit code ${exitCode}${reason === "" ? "" : ` (${reason})`}.`;
  const policy = spec.restartPolicy ?? "Always";
  const isOver =
    other !== undefined ||
    metadata.deletionTimestamp !== undefined ||
    policy === "Never" ||
    (policy === "OnFailure" && exitCode === 0);
  return isOver
    ? { fate: "ended", detail: ended }
    : { fate: "restarting", detail: `${ended} It is started again.` };
}
