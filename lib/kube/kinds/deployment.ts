import type { KubeAction, RowStatus } from "@/lib/schemas/kube-kind";
import { column, hidden } from "../column";
import { defineKind, rowBase, type KubeRow } from "../kind";
import { conditionOf, type KubeCondition, type KubeObject } from "../kube-object";
import { bad, idle, underWay, well } from "../row-status";

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

const READ_PODS = "Look at its pods: the first that is not ready says why.";

/** The deployment's state in words, with Kubernetes' own sentence. */
function deploymentStatus({ state, message, ready, desired }: DeploymentRow): RowStatus {
  const counted = `${ready} of ${desired} ready`;
  return {
    stuck: bad("Stuck", message, READ_PODS),
    unavailable: bad("Unavailable", message, READ_PODS),
    "rolling-out": underWay("Rolling out", counted),
    paused: idle("Paused", "Changes wait until it is resumed."),
    stopped: idle("Stopped", "It was scaled to zero."),
    running: well("Running"),
  }[state];
}

const ACTIONS = {
  running: ["scale", "restart", "rollback", "pause", "open", "logs", "edit", "delete"],
  paused: ["scale", "resume", "open", "logs", "edit", "delete"],
} as const satisfies Record<string, readonly KubeAction[]>;

/** Deployments. */
export const deploymentKind = defineKind<DeploymentRow>({
  resource: { apiVersion: "apps/v1", kind: "Deployment", plural: "deployments", namespaced: true },
  label: "Deployments",
  group: "workloads",
  project: toDeploymentRow,
  status: deploymentStatus,
  columns: [
    column("ready", "Ready", "number"),
    column("desired", "Wanted", "number"),
    hidden(column("updated", "Up to date", "number")),
    hidden(column("available", "Available", "number")),
    column("images", "Images", "list"),
  ],
  sorts: { trouble: (row) => RANK[row.state] },
  searchText: (row) => row.images,
  filters: {
    status: (row) => row.state,
    trouble: (row) => (RANK[row.state] <= RANK.unavailable ? "yes" : []),
  },
  actions: [...ACTIONS.running, "resume"],
  actionsFor: (row) => (row.state === "paused" ? ACTIONS.paused : ACTIONS.running),
});
