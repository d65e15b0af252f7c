import { defineKind, rowBase, type StatusRow } from "../kind";
import type { KubeCondition, KubeObject } from "../kube-object";
import { underWay, well } from "../row-status";

/** Source: Kubernetes API reference, core/v1 Namespace. Only what is read here. */
interface RawNamespace {
  readonly status?: { readonly phase?: string; readonly conditions?: readonly KubeCondition[] };
}

/** Namespaces. */
export const namespaceKind = defineKind<StatusRow>({
  resource: { apiVersion: "v1", kind: "Namespace", plural: "namespaces", namespaced: false },
  label: "Namespaces",
  group: "cluster",
  project: (object) => ({ ...rowBase(object), status: statusOf(object) }),
  status: ({ status }) => status,
  columns: [],
  actions: ["edit", "delete"],
});

/** Source: Kubernetes, namespace controller: conditions that say what is left. */
function statusOf({ status = {} }: RawNamespace & Partial<KubeObject>) {
  if (status.phase !== "Terminating") return well(status.phase ?? "Active");
  const left = status.conditions?.find((condition) => condition.status === "True");
  return underWay("Terminating", left?.message ?? "Its objects are being removed.");
}
