import { ROLES, type UserRole } from "@/lib/schemas/session";
import { clusterRolesFor, ownRoles, type Manifest } from "./panel-access";

/** The name under which the cluster knows a person who comes through the panel. */
export const panelUser = (userId: string): string => `gandalf:${userId}`;

/** The group that carries the rights of a role. */
export const panelGroup = (role: UserRole): string => `gandalf:${role}`;

/** The headers that say as whom the panel asks. Source: Kubernetes, "User impersonation". */
export const impersonation = ({ id, role }: { readonly id: string; readonly role: UserRole }) => ({
  "impersonate-user": panelUser(id),
  "impersonate-group": panelGroup(role),
});

const RBAC = "/apis/rbac.authorization.k8s.io/v1";

/** What gives the panel's groups their rights in a cluster, in the order in which it must be applied. */
export const groupManifests = (): readonly Manifest[] => [
  ...ownRoles,
  ...ROLES.flatMap((role) => clusterRolesFor(role).map((name) => groupBinding(role, name))),
];

function groupBinding(role: UserRole, clusterRole: string): Manifest {
  const name = `gandalf-${role}-${clusterRole}`;
  const apiGroup = "rbac.authorization.k8s.io";
  return {
    path: `${RBAC}/clusterrolebindings/${name}`,
    body: {
      apiVersion: `${apiGroup}/v1`,
      kind: "ClusterRoleBinding",
      metadata: { name },
      roleRef: { apiGroup, kind: "ClusterRole", name: clusterRole },
      subjects: [{ apiGroup, kind: "Group", name: panelGroup(role) }],
    },
  };
}
