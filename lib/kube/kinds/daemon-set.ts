import { column, hidden } from "../column";
import { defineKind, rowBase, type StatusRow } from "../kind";
import type { KubeObject } from "../kube-object";
import { imagesOf, type PodTemplate } from "../pod-template";
import { doubtful, idle, underWay, well } from "../row-status";

/** Source: Kubernetes API reference, apps/v1 DaemonSet. Only what is read here. */
interface RawDaemonSet {
  readonly spec?: { readonly template?: PodTemplate & NodeChoice };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly desiredNumberScheduled?: number;
    readonly numberReady?: number;
    readonly updatedNumberScheduled?: number;
  };
}

interface NodeChoice {
  readonly spec?: { readonly nodeSelector?: Readonly<Record<string, string>> };
}

export interface DaemonSetRow extends StatusRow {
  /** Nodes that should run it. */
  readonly desired: number;
  readonly ready: number;
  readonly updated: number;
  /** "disk=ssd", labels a node must have. */
  readonly nodeSelector: readonly string[];
  readonly images: readonly string[];
}

function toRow(object: KubeObject): DaemonSetRow {
  const raw = object as RawDaemonSet & KubeObject;
  const { spec = {}, status = {} } = raw as RawDaemonSet;
  const selector = Object.entries(spec.template?.spec?.nodeSelector ?? {});
  return {
    ...rowBase(object),
    status: statusOf(raw, object.metadata.generation ?? 0),
    desired: status.desiredNumberScheduled ?? 0,
    ready: status.numberReady ?? 0,
    updated: status.updatedNumberScheduled ?? 0,
    nodeSelector: selector.map(([key, value]) => `${key}=${value}`),
    images: imagesOf(spec.template),
  };
}

/** Source: `kubectl rollout status`, DaemonSetStatusViewer. */
function statusOf({ status = {} }: RawDaemonSet, generation: number) {
  const { desiredNumberScheduled: desired = 0, numberReady: ready = 0 } = status;
  const counted = `ready on ${ready} of ${desired} nodes`;
  const isSeen = (status.observedGeneration ?? 0) >= generation;
  if (!isSeen || (status.updatedNumberScheduled ?? 0) < desired)
    return underWay("Rolling out", counted);
  if (desired === 0) return idle("No node", "No node has what it asks for.");
  if (ready >= desired) return well("Running");
  return doubtful(
    "Not everywhere",
    counted,
    "Look at its pods: the first that is not ready says why.",
  );
}

/** Daemon sets. */
export const daemonSetKind = defineKind<DaemonSetRow>({
  resource: { apiVersion: "apps/v1", kind: "DaemonSet", plural: "daemonsets", namespaced: true },
  label: "Daemon sets",
  group: "workloads",
  project: toRow,
  status: ({ status }) => status,
  columns: [
    column("ready", "Ready", "number"),
    column("desired", "Nodes", "number"),
    hidden(column("updated", "Up to date", "number")),
    hidden(column("nodeSelector", "Node selector", "list")),
    column("images", "Images", "list"),
  ],
  searchText: ({ images }) => images,
  actions: ["restart", "rollback", "open", "logs", "edit", "delete"],
});
