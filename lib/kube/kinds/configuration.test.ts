import { describe, expect, it } from "vitest";
import { KINDS } from "../kinds";

const metadata = { name: "web", namespace: "shop", uid: "u" };

describe("a config map", () => {
  it("says its keys and their size in bytes", () => {
    const object = {
      metadata,
      data: { "nginx.conf": "é", "<script>": "ab" },
      binaryData: { logo: "AAEC" },
    };
    expect(KINDS.configmaps.project(object)).toMatchObject({
      keys: ["<script>", "logo", "nginx.conf"],
      bytes: 7,
    });
  });

  it("holds no value, however large", () => {
    const row = KINDS.configmaps.project({ metadata, ...{ data: { big: "x".repeat(5_000_000) } } });
    expect(row.bytes).toBe(5_000_000);
    expect(JSON.stringify(row).length).toBeLessThan(300);
  });
});

describe("a secret", () => {
  it("never shows a value in its row", () => {
    const object = {
      metadata: {
        ...metadata,
        annotations: { "kubectl.kubernetes.io/last-applied-configuration": "aHVudGVyMg==" },
      },
      type: "kubernetes.io/basic-auth",
      data: { password: "aHVudGVyMg==", user: "YWRh" },
    };
    const row = KINDS.secrets.project(object);
    expect(row).toMatchObject({
      type: "kubernetes.io/basic-auth",
      keys: ["password", "user"],
      bytes: 10,
    });
    expect(JSON.stringify(row)).not.toMatch(/hunter2|aHVudGVyMg|YWRh/);
  });

  it("may be empty", () => {
    const row = KINDS.secrets.project({ metadata, ...{ data: null } });
    expect(row).toMatchObject({ type: "Opaque", keys: [], bytes: 0 });
  });
});

describe("a Helm chart of k3s", () => {
  const project = (status: object) =>
    KINDS.helmcharts.project({
      metadata,
      spec: {
        chart: "https://%{KUBERNETES_API}%/static/charts/traefik-34.2.1.tgz",
        targetNamespace: "kube-system",
        valuesContent: "password: hunter2",
      },
      status,
    });

  it("names its chart without the server's address, and shows none of its values", () => {
    const row = project({ jobName: "helm-install-traefik" });
    expect(row).toMatchObject({
      chart: "traefik-34.2.1.tgz",
      job: "helm-install-traefik",
      status: { word: "Applied" },
    });
    expect(JSON.stringify(row)).not.toContain("hunter2");
  });

  it("says which job to look at when it failed", () => {
    const conditions = [{ type: "Failed", status: "True", message: "timed out" }];
    const { status } = project({ jobName: "helm-install-traefik", conditions });
    expect(status).toMatchObject({ tone: "danger", why: "timed out" });
    expect(status.remedy).toContain("helm-install-traefik");
  });
});

describe("a definition of a custom resource", () => {
  const project = (conditions: readonly object[]) =>
    KINDS.customresourcedefinitions.project({
      metadata: { name: "widgets.example.org", uid: "u" },
      spec: {
        group: "example.org",
        scope: "Namespaced",
        names: { kind: "Widget", plural: "widgets" },
        versions: [{ name: "v1" }, { name: "v1alpha1", served: false }],
      },
      status: { conditions },
    });

  it("names what it defines in versions that are served", () => {
    const row = project([{ type: "Established", status: "True" }]);
    expect(row).toMatchObject({ kind: "Widget", versions: ["v1"], status: { word: "Served" } });
  });

  it("says that another one has its name", () => {
    const row = project([
      { type: "NamesAccepted", status: "False", message: '"widgets" is taken' },
    ]);
    expect(row.status).toMatchObject({ tone: "danger", why: '"widgets" is taken' });
  });
});

describe("a namespace", () => {
  it("says what keeps it from going", () => {
    const message = "Some resources are remaining: widgets.example.org has 1 resource instances";
    const conditions = [
      { type: "NamespaceDeletionDiscoveryFailure", status: "False", message: "fine" },
      { type: "NamespaceContentRemaining", status: "True", message },
    ];
    const status = { phase: "Terminating", conditions };
    expect(KINDS.namespaces.project({ metadata, status }).status).toMatchObject({
      word: "Terminating",
      why: message,
    });
  });
});
