import type { AdoptedSettings } from "./adopt";
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

interface AnyCluster {
  readonly id: string;
  readonly name: string;
  readonly state: ClusterState;
  /** "v1.34.4+k3s1", as its settings say or as it said itself when it was adopted. */
  readonly version: string;
  /** Where its API is reached: a host, or the whole address of an adopted one. */
  readonly apiAddress: string;
  readonly members: readonly ClusterMemberRow[];
  /** The job that holds this cluster now. */
  readonly runningJobId: string | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/** The panel made it, on hosts it reaches. */
export interface BuiltCluster extends AnyCluster {
  readonly origin: "built";
  readonly spec: ClusterSpec;
}

/** Somebody else made it; the panel has a kubeconfig and no hosts. */
export interface AdoptedCluster extends AnyCluster {
  readonly origin: "adopted";
  readonly adopted: AdoptedSettings;
}

export type ClusterRow = BuiltCluster | AdoptedCluster;
export type ClusterOrigin = ClusterRow["origin"];
