import type { Secret } from "@/lib/core/secret";
import type { Artifact, HostId } from "@/lib/provision/host";
import type { Arch } from "@/lib/schemas/artifact";
import type { ClusterSpec } from "@/lib/schemas/cluster-spec";
import type { Role } from "@/lib/schemas/role";

/** A host as a plan knows it. */
export interface PlanHost {
  readonly id: HostId;
  /** Its name in the inventory, which becomes its host name and its node's name. */
  readonly name: string;
  /** Where the other hosts of the cluster reach it: an IP address. */
  readonly address: string;
  readonly arch: Arch;
  readonly role: Role;
}

/** Generated once per cluster, kept in the vault. */
export interface ClusterSecrets {
  /** With it servers join, and the cluster's keys in the datastore are encrypted. */
  readonly token: Secret;
  /** With it agents join. */
  readonly agentToken: Secret;
  readonly databasePassword: Secret;
}

/** What the panel pushes to nodes, by architecture. */
export interface K3sArtifacts {
  readonly version: string;
  readonly binary: Readonly<Partial<Record<Arch, Artifact>>>;
  readonly images: Readonly<
    Partial<Record<Arch, { readonly artifact: Artifact; readonly fileName: string }>>
  >;
}

/** Everything a plan is made of. `hosts` are the members of `spec`, in its order. */
export interface PlanInput {
  readonly spec: ClusterSpec;
  readonly hosts: readonly PlanHost[];
  readonly secrets: ClusterSecrets;
  readonly artifacts: K3sArtifacts;
}
