import type { ContainerDetail } from "@/lib/schemas/kube-object";
import type { RowStatus } from "@/lib/schemas/kube-kind";
import type { KubeObject } from "./kube-object";
import type { ContainerStatus } from "./pod-phrase";
import { parseCpuMillis, parseMemoryBytes } from "./quantity";
import { bad, idle, underWay, well } from "./row-status";
import type { Usage } from "./usage";

/** Source: Kubernetes API reference, core/v1 Container. Only what is read here. */
interface RawContainer {
  readonly name: string;
  readonly image?: string;
  readonly restartPolicy?: string;
  readonly ports?: readonly { name?: string; containerPort: number; protocol?: string }[];
  readonly resources?: {
    readonly requests?: Readonly<Record<string, string>>;
    readonly limits?: Readonly<Record<string, string>>;
  };
}

type Role = ContainerDetail["role"];
type Specs = Readonly<
  Partial<Record<"initContainers" | "containers" | "ephemeralContainers", readonly RawContainer[]>>
>;
type Statuses = Readonly<
  Partial<
    Record<
      "initContainerStatuses" | "containerStatuses" | "ephemeralContainerStatuses",
      readonly ContainerStatus[]
    >
  >
>;

/** The containers of a pod in the order they start in, with what they use now where that was measured. */
export function containerDetails(
  pod: KubeObject,
  usage: ReadonlyMap<string, Usage>,
): readonly ContainerDetail[] {
  const spec: Specs = pod.spec ?? {};
  const status: Statuses = pod.status ?? {};
  const statuses = [
    ...(status.initContainerStatuses ?? []),
    ...(status.containerStatuses ?? []),
    ...(status.ephemeralContainerStatuses ?? []),
  ];
  const detail = (role: Role) => (container: RawContainer) =>
    toDetail(container, {
      role: role === "init" && container.restartPolicy === "Always" ? "sidecar" : role,
      status: statuses.find(({ name }) => name === container.name),
      usage: usage.get(container.name),
    });
  return [
    ...(spec.initContainers ?? []).map(detail("init")),
    ...(spec.containers ?? []).map(detail("main")),
    ...(spec.ephemeralContainers ?? []).map(detail("ephemeral")),
  ];
}

interface Known {
  readonly role: Role;
  readonly status: ContainerStatus | undefined;
  readonly usage: Usage | undefined;
}

const toDetail = (container: RawContainer, { role, status, usage }: Known): ContainerDetail => ({
  name: container.name,
  role,
  image: container.image ?? "",
  ...livingOf(status),
  ports: (container.ports ?? []).map(portText),
  ...amountsOf(container),
  cpuMillis: usage?.cpuMillis ?? null,
  memoryBytes: usage?.memoryBytes ?? null,
});

const livingOf = (status: ContainerStatus | undefined) => ({
  status: stateOf(status),
  ready: status?.ready === true,
  restarts: status?.restartCount ?? 0,
  startedAt: status?.state?.running?.startedAt ?? "",
  lastEnd: endText(status?.lastState?.terminated),
});

function amountsOf({ resources }: RawContainer) {
  const { requests, limits } = resources ?? {};
  return {
    cpuRequestMillis: parseCpuMillis(requests?.cpu),
    cpuLimitMillis: parseCpuMillis(limits?.cpu),
    memoryRequestBytes: parseMemoryBytes(requests?.memory),
    memoryLimitBytes: parseMemoryBytes(limits?.memory),
  };
}

const portText = ({
  name = "",
  containerPort,
  protocol = "TCP",
}: NonNullable<RawContainer["ports"]>[number]) => `${name} ${containerPort}/${protocol}`.trim();

type End = NonNullable<ContainerStatus["state"]>["terminated"];

/** "OOMKilled, exit code 137"; empty when it did not end. */
const endText = (end: End): string =>
  end === undefined
    ? ""
    : [end.reason, `exit code ${end.exitCode ?? 0}`].filter(Boolean).join(", ");

/** Waiting for these is part of an ordinary start. */
const ORDINARY: readonly string[] = ["", "ContainerCreating", "PodInitializing"];

function stateOf(status: ContainerStatus | undefined): RowStatus {
  const { waiting, running, terminated } = status?.state ?? {};
  if (running !== undefined)
    return status?.ready === false ? underWay("Running", "Not ready yet.") : well("Running");
  if (terminated !== undefined) return endOf(terminated);
  const { reason = "", message = "" } = waiting ?? {};
  return ORDINARY.includes(reason) ? underWay(reason || "Waiting") : bad(reason, message);
}

const endOf = (end: NonNullable<End>) =>
  end.exitCode === 0
    ? idle(end.reason ?? "Completed")
    : bad(end.reason ?? "Ended", end.message ?? endText(end));
