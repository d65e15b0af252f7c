import { column, hidden } from "../column";
import { defineKind, rowBase, type KubeRow } from "../kind";
import type { KubeObject } from "../kube-object";

/** Source: Kubernetes API reference, rbac.authorization.k8s.io/v1 Role and ClusterRole. Only what is read here. */
interface RawRole {
  readonly rules?: readonly PolicyRule[] | null;
  readonly aggregationRule?: object;
}

interface PolicyRule {
  readonly verbs?: readonly string[];
  readonly resources?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
}

export interface RoleRow extends KubeRow {
  /** "get, list: pods, services" */
  readonly rules: readonly string[];
  /** It may do everything. */
  readonly isUnlimited: boolean;
  /** Its rules are gathered from other roles. */
  readonly isAggregated: boolean;
}

/** More rules than a cell can show; the object has all of them. */
const MAX_RULES = 30;

function toRow(object: KubeObject): RoleRow {
  const { rules, aggregationRule } = object as RawRole;
  const all = rules ?? [];
  return {
    ...rowBase(object),
    rules: all.slice(0, MAX_RULES).map(ruleText),
    isUnlimited: all.some(
      ({ verbs = [], resources = [] }) => verbs.includes("*") && resources.includes("*"),
    ),
    isAggregated: aggregationRule !== undefined,
  };
}

const ruleText = ({ verbs = [], resources = [], nonResourceURLs = [] }: PolicyRule) =>
  `${verbs.join(", ")}: ${[...resources, ...nonResourceURLs].join(", ")}`;

const RBAC = "rbac.authorization.k8s.io/v1";

const shared = {
  group: "access",
  project: toRow,
  columns: [
    column("rules", "Rules", "list"),
    column("isUnlimited", "Everything", "flag"),
    hidden(column("isAggregated", "Gathered", "flag")),
  ],
  searchText: ({ rules }: RoleRow) => rules,
  actions: ["edit", "delete"],
} as const;

/** Roles within a namespace. */
export const roleKind = defineKind<RoleRow>({
  ...shared,
  resource: { apiVersion: RBAC, kind: "Role", plural: "roles", namespaced: true },
  label: "Roles",
});

/** Roles for the whole cluster. */
export const clusterRoleKind = defineKind<RoleRow>({
  ...shared,
  resource: { apiVersion: RBAC, kind: "ClusterRole", plural: "clusterroles", namespaced: false },
  label: "Cluster roles",
});
