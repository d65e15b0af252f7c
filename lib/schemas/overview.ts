import type { Problem } from "@/lib/core/problem";
import type { ClusterOrigin, ClusterState } from "./cluster";
import type { HostState } from "./host";
import type { JobRow } from "./job";
import type { JobOutcome } from "./job-event";
import type { Role } from "./role";
import type { Measured } from "./site-view-row";

/** Something of the panel by its name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A certificate of a cluster's server, and when it ends. */
export interface CertificateEnd {
  /** The server whose port 6443 showed it. */
  readonly host: string;
  /** ISO 8601, UTC. */
  readonly endsAt: string;
}

/** How many nodes are Ready, as far as the API's last answer tells. */
export interface NodesGlance {
  readonly ready: number;
  readonly total: number;
  readonly cordoned: number;
}

/** A cluster in one line. */
export interface ClusterGlance extends Named {
  readonly state: ClusterState;
  readonly origin: ClusterOrigin;
  /** "v1.34.4+k3s1", as its settings say. */
  readonly version: string;
  readonly apiAddress: string;
  readonly servers: number;
  readonly agents: number;
  /** The job that holds it now. */
  readonly runningJobId: string | null;
  /** null while nothing is known: not built yet, or its API has not answered since the panel started. */
  readonly nodes: NodesGlance | null;
  /** Until when `nodes` is known to be true. ISO 8601, UTC. */
  readonly asOf: string | null;
  /** Why the API does not answer now. */
  readonly problem: Problem | null;
}

/** A host in one line. */
export interface HostGlance extends Named {
  readonly address: string;
  readonly role: Role | null;
  readonly clusterName: string | null;
  readonly state: HostState;
  /** Findings that stop a job, and those that do not. */
  readonly blockers: number;
  readonly warnings: number;
}

/** One thing that is wrong. Worst kinds first. */
export type Trouble =
  | { readonly kind: "host-key-changed"; readonly hosts: readonly Named[]; readonly detail: string }
  | {
      readonly kind: "certificate-ended";
      readonly cluster: Named;
      readonly host: string;
      readonly endsAt: string;
    }
  | {
      readonly kind: "api-away";
      readonly cluster: Named;
      readonly detail: string;
      /** Since when nothing is known. ISO 8601, UTC. */
      readonly since: string | null;
    }
  | {
      readonly kind: "nodes-not-ready";
      readonly cluster: Named;
      readonly nodes: readonly string[];
      readonly total: number;
      /** What Kubernetes says of the first one. */
      readonly detail: string;
    }
  | {
      /** Packets went otherwise than the policy on the hosts says. */
      readonly kind: "site-differs";
      readonly site: Named;
      readonly differ: number;
      /** The first of them, by names. */
      readonly example: {
        readonly from: string;
        readonly to: string;
        readonly port: string;
        readonly measured: Measured;
      };
      /** ISO 8601, UTC. */
      readonly at: string;
    }
  | {
      /** Rules in the kernel are not those that were kept on the host. */
      readonly kind: "site-drifted";
      readonly site: Named;
      readonly hosts: readonly Named[];
      /** ISO 8601, UTC. */
      readonly at: string;
    }
  | { readonly kind: "host-unreachable"; readonly hosts: readonly Named[]; readonly detail: string }
  | {
      readonly kind: "job-stopped";
      readonly cluster: Named;
      readonly job: Pick<JobRow, "id" | "number" | "title">;
      readonly outcome: Exclude<JobOutcome, "succeeded">;
      /** Why it failed, where it did. */
      readonly detail: string | null;
      /** ISO 8601, UTC. */
      readonly at: string | null;
    }
  | {
      readonly kind: "host-blocked";
      readonly hosts: readonly Named[];
      /** Of the first host: its worst finding and what to do. */
      readonly title: string;
      readonly detail: string;
    }
  | {
      readonly kind: "nodes-strained";
      readonly cluster: Named;
      readonly nodes: readonly string[];
      readonly detail: string;
    }
  | {
      readonly kind: "certificate-ends";
      readonly cluster: Named;
      readonly host: string;
      readonly endsAt: string;
    }
  | { readonly kind: "host-warned"; readonly hosts: readonly Named[]; readonly warnings: number };

export type TroubleKind = Trouble["kind"];

/** Answer of GET /overview: what is wrong first, then everything at a glance. */
export interface OverviewAnswer {
  readonly troubles: readonly Trouble[];
  readonly clusters: readonly ClusterGlance[];
  /** Trouble first. */
  readonly hosts: readonly HostGlance[];
  /** Queued and running. */
  readonly running: readonly JobRow[];
  /** The newest that are over. */
  readonly recent: readonly JobRow[];
}
