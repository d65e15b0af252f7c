import { column, hidden } from "../column";
import { defineKind, rowBase, type StatusRow } from "../kind";
import type { KubeObject } from "../kube-object";
import { imagesOf, type PodTemplate } from "../pod-template";
import { doubtful, idle, underWay, well } from "../row-status";

/** Source: Kubernetes API reference, apps/v1 StatefulSet. Only what is read here. */
interface RawStatefulSet {
  readonly spec?: {
    readonly replicas?: number;
    readonly serviceName?: string;
    readonly template?: PodTemplate;
  };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly readyReplicas?: number;
    readonly updatedReplicas?: number;
    readonly currentRevision?: string;
    readonly updateRevision?: string;
  };
}

export interface StatefulSetRow extends StatusRow {
  readonly desired: number;
  readonly ready: number;
  readonly updated: number;
  readonly service: string;
  readonly images: readonly string[];
}

function toRow(object: KubeObject): StatefulSetRow {
  const raw = object as RawStatefulSet & KubeObject;
  const { spec = {}, status = {} } = raw as RawStatefulSet;
  return {
    ...rowBase(object),
    status: statusOf(raw, object.metadata.generation ?? 0),
    desired: spec.replicas ?? 1,
    ready: status.readyReplicas ?? 0,
    updated: status.updatedReplicas ?? 0,
    service: spec.serviceName ?? "",
    images: imagesOf(spec.template),
  };
}

/** Source: `kubectl rollout status`, StatefulSetStatusViewer. */
function statusOf({ spec = {}, status = {} }: RawStatefulSet, generation: number) {
  const [desired, ready] = [spec.replicas ?? 1, status.readyReplicas ?? 0];
  const counted = `${ready} of ${desired} ready`;
  const isNew = status.updateRevision === status.currentRevision;
  if ((status.observedGeneration ?? 0) < generation || !isNew)
    return underWay("Rolling out", counted);
  if (desired === 0) return idle("Stopped", "It was scaled to zero.");
  if (ready >= desired) return well("Running");
  return doubtful(
    "Not complete",
    counted,
    "It starts its pods one by one: look at the first that is not ready.",
  );
}

/** Stateful sets. */
export const statefulSetKind = defineKind<StatefulSetRow>({
  resource: {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    plural: "statefulsets",
    namespaced: true,
  },
  label: "Stateful sets",
  group: "workloads",
  project: toRow,
  status: ({ status }) => status,
  columns: [
    column("ready", "Ready", "number"),
    column("desired", "Wanted", "number"),
    hidden(column("updated", "Up to date", "number")),
    hidden(column("service", "Service")),
    column("images", "Images", "list"),
  ],
  searchText: ({ images, service }) => [...images, service],
  actions: ["scale", "restart", "rollback", "open", "logs", "edit", "delete"],
});
