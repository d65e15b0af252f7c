import { column } from "../column";
import { defineKind, rowBase, type KubeRow } from "../kind";
import type { KubeObject } from "../kube-object";
import { readLabelSelector, selectorText, type RawLabelSelector } from "../label-selector";

/** Source: Kubernetes API reference, networking.k8s.io/v1 NetworkPolicy. Only what is read here. */
interface RawNetworkPolicy {
  readonly spec?: {
    readonly podSelector?: RawLabelSelector;
    readonly policyTypes?: readonly string[];
    readonly ingress?: readonly object[];
    readonly egress?: readonly object[];
  };
}

export interface NetworkPolicyRow extends KubeRow {
  /** "app=web"; "every pod" when it selects all. */
  readonly pods: string;
  /** "Ingress: 2 rules", "Egress: nothing allowed" */
  readonly rules: readonly string[];
}

function toRow(object: KubeObject): NetworkPolicyRow {
  const { spec = {} } = object as RawNetworkPolicy;
  // Source: the field's own default: Ingress, and Egress if there are egress rules.
  const types = spec.policyTypes ?? ["Ingress", ...(spec.egress ? ["Egress"] : [])];
  return {
    ...rowBase(object),
    pods: selectorText(readLabelSelector(spec.podSelector ?? {})) || "every pod",
    rules: types.map((type) => rulesText(type, type === "Egress" ? spec.egress : spec.ingress)),
  };
}

const rulesText = (type: string, rules: readonly object[] = []) => {
  if (rules.length === 0) return `${type}: nothing allowed`;
  if (rules.some((rule) => Object.keys(rule).length === 0)) return `${type}: everything allowed`;
  return `${type}: ${rules.length} ${rules.length === 1 ? "rule" : "rules"}`;
};

/** Network policies. */
export const networkPolicyKind = defineKind<NetworkPolicyRow>({
  resource: {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    plural: "networkpolicies",
    namespaced: true,
  },
  label: "Network policies",
  group: "network",
  project: toRow,
  columns: [column("pods", "Pods"), column("rules", "Rules", "list")],
  searchText: ({ pods, rules }) => [pods, ...rules],
  actions: ["edit", "delete"],
});
