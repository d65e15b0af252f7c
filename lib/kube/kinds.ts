import { autoscalerKind } from "./kinds/autoscaler";
import { configMapKind } from "./kinds/config-map";
import { cronJobKind } from "./kinds/cron-job";
import { daemonSetKind } from "./kinds/daemon-set";
import { deploymentKind } from "./kinds/deployment";
import { disruptionBudgetKind } from "./kinds/disruption-budget";
import { endpointSliceKind } from "./kinds/endpoint-slice";
import { eventKind } from "./kinds/event";
import { helmChartKind } from "./kinds/helm-chart";
import { ingressKind } from "./kinds/ingress";
import { ingressRouteKind } from "./kinds/ingress-route";
import { jobKind } from "./kinds/job";
import { namespaceKind } from "./kinds/namespace";
import { networkPolicyKind } from "./kinds/network-policy";
import { nodeKind } from "./kinds/node";
import { volumeKind } from "./kinds/persistent-volume";
import { claimKind } from "./kinds/persistent-volume-claim";
import { podKind } from "./kinds/pod";
import { replicaSetKind } from "./kinds/replica-set";
import { resourceDefinitionKind } from "./kinds/resource-definition";
import { clusterRoleKind, roleKind } from "./kinds/role";
import { clusterRoleBindingKind, roleBindingKind } from "./kinds/role-binding";
import { secretKind } from "./kinds/secret";
import { serviceKind } from "./kinds/service";
import { serviceAccountKind } from "./kinds/service-account";
import { statefulSetKind } from "./kinds/stateful-set";
import { storageClassKind } from "./kinds/storage-class";
import type { Kind, KubeRow } from "./kind";

/** Every kind the panel knows by itself, in the order of menus. The key is its name in addresses, topics and the API. */
export const KINDS = {
  nodes: nodeKind,
  namespaces: namespaceKind,
  events: eventKind,
  customresourcedefinitions: resourceDefinitionKind,
  pods: podKind,
  deployments: deploymentKind,
  replicasets: replicaSetKind,
  statefulsets: statefulSetKind,
  daemonsets: daemonSetKind,
  "jobs.batch": jobKind,
  cronjobs: cronJobKind,
  horizontalpodautoscalers: autoscalerKind,
  poddisruptionbudgets: disruptionBudgetKind,
  services: serviceKind,
  endpoints: endpointSliceKind,
  ingresses: ingressKind,
  ingressroutes: ingressRouteKind,
  networkpolicies: networkPolicyKind,
  configmaps: configMapKind,
  secrets: secretKind,
  helmcharts: helmChartKind,
  persistentvolumeclaims: claimKind,
  persistentvolumes: volumeKind,
  storageclasses: storageClassKind,
  serviceaccounts: serviceAccountKind,
  roles: roleKind,
  rolebindings: roleBindingKind,
  clusterroles: clusterRoleKind,
  clusterrolebindings: clusterRoleBindingKind,
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof KINDS;
/** The row of one kind. */
export type RowOf<Name extends KindName> = ReturnType<(typeof KINDS)[Name]["project"]>;

export const isKindName = (text: string): text is KindName => Object.hasOwn(KINDS, text);

/** The kind of that name, for code that treats all kinds alike. */
export const kindOf = (name: KindName): Kind<KubeRow> => KINDS[name];

/** All of them, in the order of menus. */
export const ALL_KINDS: readonly Kind<KubeRow>[] = Object.values(KINDS);

/** The kind that manifests call so; undefined for others. */
export const kindOfObject = (apiVersion: string, kind: string): Kind<KubeRow> | undefined =>
  ALL_KINDS.find(({ resource }) => resource.kind === kind && resource.apiVersion === apiVersion);

/** The same where only the kind's name is known, as in an owner's reference. */
export const kindOfKind = (kind: string): Kind<KubeRow> | undefined =>
  ALL_KINDS.find(({ resource }) => resource.kind === kind);
