import { stringify } from "yaml";
import { groupManifests, panelGroup } from "@/lib/kube/panel-groups";
import { ROLES } from "@/lib/schemas/session";

const apiGroup = "rbac.authorization.k8s.io";
const NAME = "gandalf-panel";

/** "system:serviceaccount:ops:panel" is an account, everything else a user. */
function subject(user: string) {
  const account = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(user);
  return account === null
    ? { apiGroup, kind: "User", name: user }
    : { kind: "ServiceAccount", namespace: account[1] ?? "", name: account[2] ?? "" };
}

/**
 * YAML for an administrator of the cluster: lets that user read everything and ask as the people of this panel and
 * their roles, and gives those roles their rights.
 */
export function grantManifests(user: string): string {
  const people = [
    {
      apiVersion: `${apiGroup}/v1`,
      kind: "ClusterRole",
      metadata: { name: NAME },
      rules: [
        { apiGroups: ["*"], resources: ["*"], verbs: ["get", "list", "watch"] },
        { nonResourceURLs: ["*"], verbs: ["get"] },
        { apiGroups: [""], resources: ["users"], verbs: ["impersonate"] },
        {
          apiGroups: [""],
          resources: ["groups"],
          resourceNames: [...ROLES.map(panelGroup), "system:authenticated"],
          verbs: ["impersonate"],
        },
      ],
    },
    {
      apiVersion: `${apiGroup}/v1`,
      kind: "ClusterRoleBinding",
      metadata: { name: NAME },
      roleRef: { apiGroup, kind: "ClusterRole", name: NAME },
      subjects: [subject(user)],
    },
  ];
  const all = [...people, ...groupManifests().map(({ body }) => body)];
  return all.map((object) => stringify(object, { lineWidth: 0 })).join("---\n");
}
