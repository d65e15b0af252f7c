import { column } from "../column";
import { defineKind, rowBase, type KubeRow } from "../kind";
import type { KubeObject } from "../kube-object";

/** Source: Kubernetes API reference, rbac.authorization.k8s.io/v1 RoleBinding. Only what is read here. */
interface RawBinding {
  readonly roleRef?: { readonly kind?: string; readonly name?: string };
  readonly subjects?: readonly Subject[] | null;
}

interface Subject {
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
}

export interface BindingRow extends KubeRow {
  /** "ClusterRole/edit" */
  readonly role: string;
  /** "User ada", "ServiceAccount web/default" */
  readonly subjects: readonly string[];
}

function toRow(object: KubeObject): BindingRow {
  const { roleRef = {}, subjects } = object as RawBinding;
  return {
    ...rowBase(object),
    role: `${roleRef.kind ?? "?"}/${roleRef.name ?? "?"}`,
    subjects: (subjects ?? []).map(subjectText),
  };
}

const subjectText = ({ kind = "?", name = "?", namespace }: Subject) =>
  `${kind} ${namespace === undefined ? "" : `${namespace}/`}${name}`;

const RBAC = "rbac.authorization.k8s.io/v1";

const shared = {
  group: "access",
  project: toRow,
  columns: [column("role", "Role", "reference"), column("subjects", "For", "list")],
  searchText: ({ role, subjects }: BindingRow) => [role, ...subjects],
  actions: ["edit", "delete"],
} as const;

/** Who has which role within a namespace. */
export const roleBindingKind = defineKind<BindingRow>({
  ...shared,
  resource: { apiVersion: RBAC, kind: "RoleBinding", plural: "rolebindings", namespaced: true },
  label: "Role bindings",
});

/** Who has which role in the whole cluster. */
export const clusterRoleBindingKind = defineKind<BindingRow>({
  ...shared,
  resource: {
    apiVersion: RBAC,
    kind: "ClusterRoleBinding",
    plural: "clusterrolebindings",
    namespaced: false,
  },
  label: "Cluster role bindings",
});
