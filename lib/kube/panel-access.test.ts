import { describe, expect, it } from "vitest";
import { accessManifests, clusterRolesFor, ownRoles, staleBindings } from "./panel-access";

interface Rule {
  readonly apiGroups: readonly string[];
  readonly verbs: readonly string[];
}

const bindingsOf = (role: "administrator" | "operator" | "viewer") =>
  accessManifests({ userId: "u1", role })
    .map(({ path }) => path)
    .filter((path) => path.includes("clusterrolebindings"))
    .map((path) => path.split("/").at(-1) ?? "");

describe("access to a cluster", () => {
  it("gives only administrators everything", () => {
    expect(clusterRolesFor("administrator")).toEqual(["cluster-admin"]);
    expect([...clusterRolesFor("operator"), ...clusterRolesFor("viewer")]).not.toContain(
      "cluster-admin",
    );
  });

  it("lets an operator write no roles and no bindings, with which everything could be had", () => {
    const rules = ownRoles.flatMap(({ body }) => (body as { rules: Rule[] }).rules);
    const groups = rules.flatMap(({ apiGroups }) => apiGroups);
    expect(groups).not.toContain("rbac.authorization.k8s.io");
    expect(groups).not.toContain("*");
    expect(rules.flatMap(({ verbs }) => verbs)).not.toContain("impersonate");
  });

  it("makes the namespace before what lies in it, and the account before its bindings", () => {
    const kinds = accessManifests({ userId: "u1", role: "viewer" }).map(
      ({ body }) => (body as { kind: string }).kind,
    );
    expect(kinds).toEqual([
      "Namespace",
      "ClusterRole",
      "ClusterRole",
      "ServiceAccount",
      "ClusterRoleBinding",
      "ClusterRoleBinding",
    ]);
  });

  it("withdraws what a former role had, and keeps what the new one has too", () => {
    const owner = { userId: "u1", role: "viewer" } as const;
    const names = [...bindingsOf("administrator"), ...bindingsOf("operator")];
    const stale = staleBindings(owner, names).map((path) => path.split("/").at(-1));
    expect(stale).toEqual([
      "gandalf-user-u1-cluster-admin",
      "gandalf-user-u1-edit",
      "gandalf-user-u1-gandalf-operator",
    ]);
    expect(staleBindings(owner, bindingsOf("viewer"))).toEqual([]);
  });

  it("never puts a foreign name into a path unescaped", () => {
    expect(staleBindings({ userId: "u1", role: "viewer" }, ["../x?y"])[0]).toMatch(
      /\/\.\.%2Fx%3Fy$/,
    );
  });
});
