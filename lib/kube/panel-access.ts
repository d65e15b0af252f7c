import type { UserRole } from "@/lib/schemas/session";

/** Where the panel keeps the accounts it makes for people. */
export const PANEL_NAMESPACE = "gandalf";

/** Who changed a field, in server-side apply. */
export const FIELD_MANAGER = "gandalf";

/** Marks what the panel made for one person, so that it can be found and withdrawn. */
const USER_LABEL = "gandalf.panel/user";

/** `edit` and `view` are about namespaced objects only: nodes need a role of their own. */
const NODE_READER = "gandalf-node-reader";

/** Nor does `edit` cordon, label or drain a node, or make a namespace for an app. */
const OPERATOR = "gandalf-operator";

/** Source: Kubernetes RBAC, "User-facing roles": cluster-admin, edit, view. */
const CLUSTER_ROLES = {
  administrator: ["cluster-admin"],
  operator: ["edit", NODE_READER, OPERATOR],
  viewer: ["view", NODE_READER],
} as const satisfies Record<UserRole, readonly string[]>;

/** What somebody of this role of the panel may do in the cluster. */
export const clusterRolesFor = (role: UserRole): readonly string[] => CLUSTER_ROLES[role];

interface Owner {
  readonly userId: string;
  readonly role: UserRole;
}

/** The person's account in the cluster. */
export const accountName = (userId: string): string => `user-${userId}`;

/** A binding's role cannot be changed, so its name says which role it is for. */
const bindingName = (userId: string, clusterRole: string) =>
  `gandalf-${accountName(userId)}-${clusterRole}`;

/** An object to be applied, and where. */
export interface Manifest {
  readonly path: string;
  readonly body: object;
}

const RBAC = "/apis/rbac.authorization.k8s.io/v1";

/** Everything a person's access consists of, in the order in which it must be applied. */
export function accessManifests({ userId, role }: Owner): readonly Manifest[] {
  const labels = { [USER_LABEL]: userId };
  return [
    namespace,
    ...ownRoles,
    {
      path: `/api/v1/namespaces/${PANEL_NAMESPACE}/serviceaccounts/${accountName(userId)}`,
      body: {
        apiVersion: "v1",
        kind: "ServiceAccount",
        metadata: { name: accountName(userId), namespace: PANEL_NAMESPACE, labels },
      },
    },
    ...clusterRolesFor(role).map((clusterRole) => binding(userId, clusterRole, labels)),
  ];
}

const namespace: Manifest = {
  path: `/api/v1/namespaces/${PANEL_NAMESPACE}`,
  body: { apiVersion: "v1", kind: "Namespace", metadata: { name: PANEL_NAMESPACE } },
};

const nodeReader: Manifest = {
  path: `${RBAC}/clusterroles/${NODE_READER}`,
  body: {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "ClusterRole",
    metadata: { name: NODE_READER },
    rules: [{ apiGroups: [""], resources: ["nodes"], verbs: ["get", "list", "watch"] }],
  },
};

/** No rights to roles or bindings: whoever may write those may do everything. */
const operatorRole: Manifest = {
  path: `${RBAC}/clusterroles/${OPERATOR}`,
  body: {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "ClusterRole",
    metadata: { name: OPERATOR },
    rules: [
      { apiGroups: [""], resources: ["nodes"], verbs: ["update", "patch"] },
      { apiGroups: [""], resources: ["pods/eviction"], verbs: ["create"] },
      {
        apiGroups: [""],
        resources: ["namespaces"],
        verbs: ["get", "list", "watch", "create", "update", "patch", "delete"],
      },
      { apiGroups: [""], resources: ["persistentvolumes"], verbs: ["get", "list", "watch"] },
      {
        apiGroups: ["storage.k8s.io"],
        resources: ["storageclasses"],
        verbs: ["get", "list", "watch"],
      },
      {
        apiGroups: ["apiextensions.k8s.io"],
        resources: ["customresourcedefinitions"],
        verbs: ["get", "list", "watch"],
      },
      { apiGroups: ["traefik.io"], resources: ["*"], verbs: ["*"] },
    ],
  },
};

/** Roles of the panel's own, which others are bound to. */
export const ownRoles: readonly Manifest[] = [nodeReader, operatorRole];

const binding = (userId: string, clusterRole: string, labels: object): Manifest => ({
  path: `${RBAC}/clusterrolebindings/${bindingName(userId, clusterRole)}`,
  body: {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "ClusterRoleBinding",
    metadata: { name: bindingName(userId, clusterRole), labels },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: clusterRole },
    subjects: [{ kind: "ServiceAccount", name: accountName(userId), namespace: PANEL_NAMESPACE }],
  },
});

/** Where the bindings of a person are listed, to find those of a role the person no longer has. */
export const bindingsQuery = (userId: string) => ({
  path: `${RBAC}/clusterrolebindings`,
  query: { labelSelector: `${USER_LABEL}=${userId}` },
});

/** Paths of bindings that a person of this role must not have. */
export const staleBindings = (
  { userId, role }: Owner,
  names: readonly string[],
): readonly string[] => {
  const wanted = clusterRolesFor(role).map((clusterRole) => bindingName(userId, clusterRole));
  return names
    .filter((name) => !wanted.includes(name))
    .map((name) => `${RBAC}/clusterrolebindings/${encodeURIComponent(name)}`);
};
