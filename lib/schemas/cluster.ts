import type { ClusterSpec } from "./cluster-spec";
import type { Role } from "./role";

/** draft: settings only · creating: a first job has begun · ready: it succeeded once · deleting. */
export const CLUSTER_STATES = ["draft", "creating", "ready", "deleting"] as const;
export type ClusterState = (typeof CLUSTER_STATES)[number];

export interface ClusterMemberRow {
  readonly hostId: string;
  readonly hostName: string;
  readonly address: string;
  readonly role: Role;
  /** Order within the cluster; the first server is started first. */
  readonly position: number;
}

export interface ClusterRow {
  readonly id: string;
  readonly name: string;
  readonly state: ClusterState;
  readonly spec: ClusterSpec;
  readonly members: readonly ClusterMemberRow[];
  /** The job that holds this cluster now. */
  readonly runningJobId: string | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}
