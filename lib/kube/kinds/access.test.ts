import { describe, expect, it } from "vitest";
import { KINDS } from "../kinds";

const metadata = { name: "reader", namespace: "shop", uid: "u" };

describe("a role", () => {
  it("says its rules, and whether it may do everything", () => {
    const rules = [
      { apiGroups: [""], resources: ["pods", "services"], verbs: ["get", "list"] },
      { nonResourceURLs: ["/healthz"], verbs: ["get"] },
    ];
    const reader = KINDS.clusterroles.project({ metadata, ...{ rules } });
    expect(reader).toMatchObject({
      rules: ["get, list: pods, services", "get: /healthz"],
      isUnlimited: false,
    });
    const all = [{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }];
    expect(KINDS.roles.project({ metadata, ...{ rules: all } }).isUnlimited).toBe(true);
  });

  it("may have no rules yet, as an aggregated one", () => {
    const object = { metadata, rules: null, aggregationRule: {} };
    expect(KINDS.clusterroles.project(object)).toMatchObject({ rules: [], isAggregated: true });
  });
});

describe("a binding", () => {
  it("says who has which role", () => {
    const object = {
      metadata,
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "edit" },
      subjects: [
        { kind: "User", name: "ada" },
        { kind: "ServiceAccount", name: "default", namespace: "shop" },
      ],
    };
    expect(KINDS.rolebindings.project(object)).toMatchObject({
      role: "ClusterRole/edit",
      subjects: ["User ada", "ServiceAccount shop/default"],
    });
  });

  it("may be for nobody", () => {
    expect(KINDS.clusterrolebindings.project({ metadata }).subjects).toEqual([]);
  });
});

describe("a service account", () => {
  it("mounts its token unless it says otherwise", () => {
    expect(KINDS.serviceaccounts.project({ metadata }).mountsToken).toBe(true);
    const object = {
      metadata,
      automountServiceAccountToken: false,
      imagePullSecrets: [{ name: "registry" }],
    };
    expect(KINDS.serviceaccounts.project(object)).toMatchObject({
      mountsToken: false,
      pullSecrets: ["registry"],
    });
  });
});
