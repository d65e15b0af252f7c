import { describe, expect, it } from "vitest";
import { TEMPLATES } from "@/lib/templates/templates";
import { appChecks, fullImageName, type AppWorld } from "./app-checks";
import type { Manifest } from "./manifest";

const app = (changes: object = {}): readonly Manifest[] =>
  TEMPLATES.nginx.build({
    ...TEMPLATES.nginx.defaults({ randomPassword: () => "" }),
    ...{ name: "web", namespace: "club" },
    ...changes,
  });
const world = (changes: Partial<AppWorld> = {}): AppWorld => ({
  ...{ namespace: "club", namespaceExists: true, existing: [], ingresses: [], quotas: [] },
  ...{ classes: [], nodes: [] },
  ...changes,
});
const codes = (objects: readonly Manifest[], of: AppWorld) =>
  appChecks(objects, of).map(({ code }) => code);

const volume = { kind: "volume", sizeGiB: 1, path: "/data" };
const storage = (provisioner: string) => ({
  metadata: { name: "c", annotations: { "storageclass.kubernetes.io/is-default-class": "true" } },
  provisioner,
});

describe("what to know before an app is deployed", () => {
  it("a namespace that is not there is made", () => {
    expect(codes(app(), world({ namespaceExists: false }))).toContain("namespace-new");
  });

  it("tells its own objects from those of somebody else with the same name", () => {
    const labels = {
      "app.kubernetes.io/managed-by": "gandalf",
      "app.kubernetes.io/instance": "web",
    };
    const own = { kind: "Deployment", metadata: { name: "web", namespace: "club", labels } };
    const foreign = { kind: "Service", metadata: { name: "web", namespace: "club" } };
    expect(appChecks(app(), world({ existing: [own, foreign] }))).toMatchObject([
      { code: "name-taken", objects: ["Service club/web"] },
      { code: "updates", objects: ["Deployment club/web"] },
      { code: "image-unknown" },
    ]);
  });

  it("names who answers at a host name already, but not itself", () => {
    const objects = app({ expose: { kind: "host", host: "a.example.org" } });
    const ingress = (name: string) => ({
      metadata: { name, namespace: "club" },
      spec: { rules: [{ host: "a.example.org" }] },
    });
    expect(codes(objects, world({ ingresses: [ingress("web")] }))).not.toContain("host-taken");
    expect(appChecks(objects, world({ ingresses: [ingress("other")] }))).toContainEqual(
      expect.objectContaining({ code: "host-taken", by: "club/other" }),
    );
  });

  it.each([
    ["requests.memory", "1Gi", "900Mi", false, "320 MiB"],
    ["requests.cpu", "2", "1", true, "0.5"],
    ["pods", "20", "5", true, "10"],
  ])("adds up %s against the quota", (...[resource, hard, used, fits, asked]) => {
    const quota = {
      metadata: { name: "q" },
      status: { hard: { [resource]: hard }, used: { [resource]: used } },
    };
    expect(appChecks(app(), world({ quotas: [quota] }))[0]).toMatchObject({
      code: "quota",
      fits,
      asked,
    });
  });

  it("warns of volumes that lie on one node, and of a cluster without any", () => {
    const objects = app({ volume });
    expect(codes(objects, world({ classes: [storage("rancher.io/local-path")] }))).toContain(
      "pinned-volume",
    );
    expect(codes(objects, world({ classes: [storage("nfs.csi.k8s.io")] }))).not.toContain(
      "pinned-volume",
    );
    expect(codes(objects, world())).toContain("no-storage");
  });

  it("knows an image that a node has, by its full name", () => {
    const node = {
      metadata: { name: "n1" },
      status: {
        images: [{ names: ["docker.io/library/nginx:1.14.2"] }],
        nodeInfo: { architecture: "arm64" },
      },
    };
    expect(appChecks(app(), world({ nodes: [node] }))).toMatchObject([
      { code: "image-there", nodes: ["n1"] },
    ]);
    const other = appChecks(app({ image: "nginx:2" }), world({ nodes: [node] }));
    expect(other).toMatchObject([{ code: "image-unknown", architectures: ["arm64"] }]);
  });

  it.each([
    ["nginx", "docker.io/library/nginx:latest"],
    ["club/site:3", "docker.io/club/site:3"],
    ["localhost:5000/a", "localhost:5000/a:latest"],
    ["ghcr.io/a/b@sha256:00", "ghcr.io/a/b@sha256:00"],
  ])("says %s in full", (image, full) => {
    expect(fullImageName(image)).toBe(full);
  });
});
