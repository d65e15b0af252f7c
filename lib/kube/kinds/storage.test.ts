import { describe, expect, it } from "vitest";
import { KINDS } from "../kinds";

const metadata = { name: "data-db-0", namespace: "shop", uid: "u" };

describe("a volume claim", () => {
  const spec = {
    accessModes: ["ReadWriteOnce"],
    storageClassName: "local-path",
    resources: { requests: { storage: "1Gi" } },
  };
  const project = (over: object, status: object) =>
    KINDS.persistentvolumeclaims.project({ metadata, spec: { ...spec, ...over }, status });

  it("shows its size, class and mode", () => {
    const bound = { phase: "Bound", capacity: { storage: "2Gi" } };
    expect(project({ volumeName: "pvc-1" }, bound)).toMatchObject({
      capacityBytes: 2 * 2 ** 30,
      requestedBytes: 2 ** 30,
      storageClass: "local-path",
      accessModes: ["RWO"],
      volume: "pvc-1",
      status: { word: "Bound", tone: "ok" },
    });
  });

  it.each([
    ["names no storage class", { storageClassName: undefined }, { phase: "Pending" }, "warn"],
    ["volume of class local-path", {}, { phase: "Pending" }, "warn"],
    ["waits for the volume pv-7", { volumeName: "pv-7" }, { phase: "Pending" }, "warn"],
    ["does not exist any more", { volumeName: "pv-7" }, { phase: "Lost" }, "danger"],
  ])("says why it is not bound: %s", (...[why, over, status, tone]) => {
    const row = project(over, status);
    expect(row.status.why).toContain(why);
    expect(row.status.tone).toBe(tone);
  });

  it("says that it grows when a pod mounts it again", () => {
    const conditions = [{ type: "FileSystemResizePending", status: "True" }];
    expect(project({}, { phase: "Bound", conditions }).status.word).toBe("Resizing");
  });
});

describe("a volume", () => {
  const spec = {
    capacity: { storage: "1Gi" },
    claimRef: { namespace: "shop", name: "data-db-0" },
    persistentVolumeReclaimPolicy: "Retain",
    accessModes: ["ReadWriteMany"],
  };
  const project = (status: object) =>
    KINDS.persistentvolumes.project({ metadata: { name: "pv-7", uid: "u" }, spec, status });

  it("says whose it is", () => {
    expect(project({ phase: "Bound" })).toMatchObject({
      claim: "shop/data-db-0",
      reclaimPolicy: "Retain",
      accessModes: ["RWX"],
    });
  });

  it("says what to do once it is released", () => {
    const { status } = project({ phase: "Released" });
    expect(status.why).toContain("shop/data-db-0 is gone");
    expect(status.remedy).toMatch(/claimRef/);
  });

  it("says why it could not be given back", () => {
    expect(project({ phase: "Failed", message: "no deleter" }).status).toMatchObject({
      tone: "danger",
      why: "no deleter",
    });
  });
});

describe("a storage class", () => {
  it("says whether it is the default, and what the API assumes where it is silent", () => {
    const name = "storageclass.kubernetes.io/is-default-class";
    const row = KINDS.storageclasses.project({
      metadata: { name: "local-path", uid: "u", annotations: { [name]: "true" } },
      ...{ provisioner: "rancher.io/local-path" },
    });
    expect(row).toMatchObject({
      isDefault: true,
      provisioner: "rancher.io/local-path",
      reclaimPolicy: "Delete",
      bindingMode: "Immediate",
      expandable: false,
    });
  });
});
