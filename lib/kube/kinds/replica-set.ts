import { column, hidden } from "../column";
import { defineKind, rowBase, type StatusRow } from "../kind";
import { conditionOf, type KubeCondition, type KubeObject } from "../kube-object";
import { imagesOf, type PodTemplate } from "../pod-template";
import { bad, idle, underWay, well } from "../row-status";

/** Source: Kubernetes API reference, apps/v1 ReplicaSet. Only what is read here. */
interface RawReplicaSet {
  readonly spec?: { readonly replicas?: number; readonly template?: PodTemplate };
  readonly status?: {
    readonly replicas?: number;
    readonly readyReplicas?: number;
    readonly conditions?: readonly KubeCondition[];
  };
}

export interface ReplicaSetRow extends StatusRow {
  readonly desired: number;
  readonly ready: number;
  /** Of its deployment; 0 when it has none. */
  readonly revision: number;
  readonly images: readonly string[];
}

function toRow(object: KubeObject): ReplicaSetRow {
  const { spec = {}, status = {} } = object as RawReplicaSet;
  const [desired, ready] = [spec.replicas ?? 1, status.readyReplicas ?? 0];
  const failure = conditionOf(status.conditions, "ReplicaFailure");
  return {
    ...rowBase(object),
    status: statusOf({ desired, ready, failure }),
    ...{ desired, ready },
    // Source: Kubernetes deployment controller, RevisionAnnotation.
    revision: Number(object.metadata.annotations?.["deployment.kubernetes.io/revision"] ?? 0) || 0,
    images: imagesOf(spec.template),
  };
}

interface Counted {
  readonly desired: number;
  readonly ready: number;
  readonly failure: KubeCondition | undefined;
}

function statusOf({ desired, ready, failure }: Counted) {
  if (failure?.status === "True") return bad("Cannot make pods", failure.message);
  if (desired === 0) return idle("Old", "A newer revision has taken its place.");
  return ready >= desired ? well("Running") : underWay("Starting", `${ready} of ${desired} ready`);
}

/** Replica sets: the revisions of deployments. */
export const replicaSetKind = defineKind<ReplicaSetRow>({
  resource: { apiVersion: "apps/v1", kind: "ReplicaSet", plural: "replicasets", namespaced: true },
  label: "Replica sets",
  group: "workloads",
  project: toRow,
  status: ({ status }) => status,
  columns: [
    column("ready", "Ready", "number"),
    column("desired", "Wanted", "number"),
    column("revision", "Revision", "number"),
    column("owner", "Owner", "reference"),
    hidden(column("images", "Images", "list")),
  ],
  searchText: ({ images, owner }) => [...images, owner],
  actions: ["scale", "open", "logs", "edit", "delete"],
});
