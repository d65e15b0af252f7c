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
  const raw = object as RawDeployment;
  const { status = {} } = raw;
  const state = stateOf(raw);
  return {
    ...rowBase(object),
    state,
    message: messageOf(state, status.conditions),
    desired: desiredOf(raw),
    ready: count(status.readyReplicas),
    updated: count(status.updatedReplicas),
    available: count(status.availableReplicas),
    images: imagesOf(raw),
    deleting: object.metadata.deletionTimestamp !== undefined,
  };
}

/** The API leaves zeros out. */
const count = (value: number | undefined) => value ?? 0;

const desiredOf = ({ spec }: RawDeployment) => spec?.replicas ?? 1;

const imagesOf = ({ spec }: RawDeployment) => [
  ...new Set((spec?.template?.spec?.containers ?? []).flatMap(({ image }) => image ?? [])),
];

const hasReason = (conditions: readonly KubeCondition[] | undefined, reason: string) =>
  conditionOf(conditions, "Progressing")?.reason === reason;

const isStuck = (conditions: readonly KubeCondition[] | undefined) =>
  hasReason(conditions, "ProgressDeadlineExceeded") ||
  conditionOf(conditions, "ReplicaFailure")?.status === "True";

/** Source: `kubectl rollout status`: the same questions in the same order. */
function stateOf(raw: RawDeployment): DeploymentState {
  const { metadata, spec = {}, status = {} } = raw;
  const desired = desiredOf(raw);
  const [replicas, updated] = [count(status.replicas), count(status.updatedReplicas)];
  if (spec.paused === true) return "paused";
  if (isStuck(status.conditions)) return "stuck";
  if (count(status.observedGeneration) < count(metadata.generation)) return "rolling-out";
  if (desired === 0 && replicas === 0) return "stopped";
  if (updated < desired || replicas > updated) return "rolling-out";
  if (count(status.availableReplicas) >= desired) return "running";
  return hasReason(status.conditions, "NewReplicaSetAvailable") ? "unavailable" : "rolling-out";
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
