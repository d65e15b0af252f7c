import type { Manifest } from "./manifest";

/** Others need these to be there first. Source: Helm, "InstallOrder"; what is not named comes in between. */
const FIRST: readonly string[] = [
  "Namespace",
  "CustomResourceDefinition",
  "PriorityClass",
  "StorageClass",
  "ResourceQuota",
  "LimitRange",
  "ServiceAccount",
  "ClusterRole",
  "ClusterRoleBinding",
  "Role",
  "RoleBinding",
  "Secret",
  "ConfigMap",
  "PersistentVolume",
  "PersistentVolumeClaim",
  "NetworkPolicy",
  "Service",
];

/** These refer to what stands above. */
const LAST: readonly string[] = [
  "HorizontalPodAutoscaler",
  "Ingress",
  "MutatingWebhookConfiguration",
  "ValidatingWebhookConfiguration",
  "APIService",
];

const MIDDLE = FIRST.length;

function rank({ kind }: Manifest): number {
  const early = FIRST.indexOf(kind);
  if (early >= 0) return early;
  const late = LAST.indexOf(kind);
  return late < 0 ? MIDDLE : MIDDLE + 1 + late;
}

/** In the order in which they can be applied; those of a kind stay as they were written. */
export const orderDocuments = <T extends { readonly manifest: Manifest }>(
  documents: readonly T[],
): readonly T[] => [...documents].sort((a, b) => rank(a.manifest) - rank(b.manifest));
