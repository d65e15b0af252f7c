import { ageKey, defineKind, rowBase, type KubeRow } from "../kind";
import { conditionOf, type KubeCondition, type KubeObject } from "../kube-object";

/** Source: Kubernetes API reference, apps/v1 Deployment. Only what is read here. */
interface RawDeployment {
  readonly metadata: { readonly generation?: number };
  readonly spec?: {
    readonly replicas?: number;
    readonly paused?: boolean;
    readonly template?: { spec?: { containers?: readonly { image?: string }[] } };
  };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly replicas?: number;
    readonly readyReplicas?: number;
    readonly updatedReplicas?: number;
    readonly availableReplicas?: number;
    readonly conditions?: readonly KubeCondition[];
  };
}

export type DeploymentState =
  "stuck" | "unavailable" | "rolling-out" | "paused" | "stopped" | "running";

export interface DeploymentRow extends KubeRow {
  readonly state: DeploymentState;
  /** Kubernetes' own sentence about why it is stuck or not available; empty when it runs. */
  readonly message: string;
  readonly desired: number;
  readonly ready: number;
  readonly updated: number;
  readonly available: number;
  readonly images: readonly string[];
  readonly deleting: boolean;
}

function toDeploymentRow(object: KubeObject): DeploymentRow {
  const { spec = {}, status = {} } = object as RawDeployment;
  const state = stateOf(object as RawDeployment);
  return {
    ...rowBase(object),
    state,
    message: messageOf(state, status.conditions),
    desired: spec.replicas ?? 1,
    ready: status.readyReplicas ?? 0,
    updated: status.updatedReplicas ?? 0,
    available: status.availableReplicas ?? 0,
    images: [
      ...new Set((spec.template?.spec?.containers ?? []).flatMap(({ image }) => image ?? [])),
    ],
    deleting: object.metadata.deletionTimestamp !== undefined,
  };
}

/** Source: `kubectl rollout status`: the same questions in the same order. */
function stateOf({ metadata, spec = {}, status = {} }: RawDeployment): DeploymentState {
  const desired = spec.replicas ?? 1;
  const { updatedReplicas = 0, availableReplicas = 0, replicas = 0 } = status;
  const progressing = conditionOf(status.conditions, "Progressing");
  if (spec.paused === true) return "paused";
  if (progressing?.reason === "ProgressDeadlineExceeded") return "stuck";
  if (conditionOf(status.conditions, "ReplicaFailure")?.status === "True") return "stuck";
  if ((status.observedGeneration ?? 0) < (metadata.generation ?? 0)) return "rolling-out";
  if (desired === 0 && replicas === 0) return "stopped";
  if (updatedReplicas < desired || replicas > updatedReplicas) return "rolling-out";
  if (availableReplicas >= desired) return "running";
  return progressing?.reason === "NewReplicaSetAvailable" ? "unavailable" : "rolling-out";
}

function messageOf(
  state: DeploymentState,
  conditions: readonly KubeCondition[] | undefined,
): string {
  if (state === "unavailable") return conditionOf(conditions, "Available")?.message ?? "";
  if (state !== "stuck") return "";
  const failure = conditionOf(conditions, "ReplicaFailure");
  return failure?.message ?? conditionOf(conditions, "Progressing")?.message ?? "";
}

const RANK = {
  stuck: 0,
  unavailable: 1,
  "rolling-out": 2,
  paused: 3,
  running: 4,
  stopped: 5,
} as const satisfies Record<DeploymentState, number>;

/** Deployments. */
export const deploymentKind = defineKind<DeploymentRow>({
  path: "/apis/apps/v1/deployments",
  project: toDeploymentRow,
  searchText: (row) => [row.name, row.namespace, row.state, ...row.images],
  defaultSort: "trouble",
  sorts: {
    trouble: (row) => RANK[row.state],
    name: (row) => row.name,
    namespace: (row) => row.namespace,
    ready: (row) => row.ready,
    age: ageKey,
  },
  filters: {
    namespace: (row) => row.namespace,
    status: (row) => row.state,
    trouble: (row) => (RANK[row.state] <= RANK.unavailable ? "yes" : []),
  },
});
