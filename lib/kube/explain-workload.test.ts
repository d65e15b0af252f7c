import { describe, expect, it } from "vitest";
import { explainWorkload, podReasons } from "./explain-workload";
import { KINDS } from "./kinds";

const deployment = (available: number) =>
  KINDS.deployments.project({
    metadata: { name: "shop", uid: "d", namespace: "club", generation: 1 },
    spec: { replicas: 2 },
    status: {
      observedGeneration: 1,
      replicas: 2,
      updatedReplicas: 2,
      availableReplicas: available,
      readyReplicas: available,
    },
  });

const pod = (owner: { kind: string; name: string }, hash: string | undefined, reason: string) =>
  KINDS.pods.project({
    metadata: {
      ...{ name: "p", uid: `${owner.name} ${reason}`, namespace: "club" },
      labels: hash === undefined ? {} : { "pod-template-hash": hash },
      ownerReferences: [{ ...owner, controller: true }],
    },
    spec: { containers: [{ name: "c", image: "nginx:1.14.22" }] },
    status: {
      phase: "Pending",
      containerStatuses: [{ name: "c", state: { waiting: { reason, message: "not found" } } }],
    },
  });

const ofShop = (reason: string) => pod({ kind: "ReplicaSet", name: "shop-abc" }, "abc", reason);
const WHY = "nginx:1.14.22 does not exist in docker.io. Check its name and tag.";

function explained(available: number, ...pods: ReturnType<typeof pod>[]) {
  const row = deployment(available);
  const status = KINDS.deployments.status(row);
  return explainWorkload("Deployment", { row, status }, podReasons(pods));
}

describe("why a workload is not further", () => {
  it("is what its pods say, through the replica set between them", () => {
    expect(explained(1, ofShop("ImagePullBackOff"))).toEqual({
      word: "Rolling out",
      tone: "danger",
      why: WHY,
      remedy: "",
    });
  });

  it("is not asked of one that runs", () => {
    expect(explained(2, ofShop("ImagePullBackOff"))?.word).toBe("Running");
    expect(explained(2, ofShop("ImagePullBackOff"))?.why).toBe("");
  });

  it("is not taken from pods that start as they should, or belong to another", () => {
    const other = pod({ kind: "ReplicaSet", name: "shopping-abc" }, "abc", "ImagePullBackOff");
    const bare = pod({ kind: "ReplicaSet", name: "shop-abc" }, undefined, "ImagePullBackOff");
    for (const each of [ofShop("ContainerCreating"), other, bare])
      expect(explained(1, each)).toMatchObject({ tone: "live", why: "1 of 2 ready" });
  });

  it("is told of owners of any kind", () => {
    const reasons = podReasons([
      pod({ kind: "StatefulSet", name: "db" }, undefined, "ErrImagePull"),
    ]);
    expect(reasons.get("club StatefulSet/db")).toBe(WHY);
  });
});
