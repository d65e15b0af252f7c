import { describe, expect, it } from "vitest";
import { deploymentKind, type DeploymentState } from "./deployment";

const project = (spec: object, status: object, generation = 1) =>
  deploymentKind.project({
    metadata: { name: "nginx", namespace: "web", uid: "u", ...{ generation } },
    spec,
    status: { observedGeneration: 1, ...status },
  });
const full = { replicas: 3, updatedReplicas: 3, readyReplicas: 3, availableReplicas: 3 };
const condition = (type: string, [status, reason]: [string, string], message = "") => ({
  type,
  status,
  reason,
  message,
});

type Case = [state: DeploymentState, spec: object, status: object, generation?: number];

describe("a deployment's row", () => {
  it.each<Case>([
    ["running", { replicas: 3 }, full],
    ["stopped", { replicas: 0 }, {}],
    ["paused", { replicas: 3, paused: true }, full],
    ["rolling-out", { replicas: 3 }, full, 2],
    ["rolling-out", { replicas: 3 }, { ...full, updatedReplicas: 1 }],
    ["rolling-out", { replicas: 3 }, { ...full, replicas: 4 }],
    ["rolling-out", { replicas: 3 }, { ...full, availableReplicas: 2 }],
    [
      "unavailable",
      { replicas: 3 },
      {
        ...full,
        availableReplicas: 2,
        conditions: [condition("Progressing", ["True", "NewReplicaSetAvailable"])],
      },
    ],
    [
      "stuck",
      { replicas: 3 },
      {
        ...full,
        updatedReplicas: 1,
        conditions: [condition("Progressing", ["False", "ProgressDeadlineExceeded"])],
      },
    ],
    [
      "stuck",
      { replicas: 3 },
      { conditions: [condition("ReplicaFailure", ["True", "FailedCreate"])] },
    ],
  ])("is %s with %o and %o", (...[state, spec, status, generation]: Case) => {
    expect(project(spec, status, generation).state).toBe(state);
  });

  it("passes on why it is stuck", () => {
    const message = "pods are forbidden: exceeded quota";
    const row = project(
      { replicas: 3 },
      { conditions: [condition("ReplicaFailure", ["True", "FailedCreate"], message)] },
    );
    expect(row.message).toBe(message);
  });

  it("keeps each image once", () => {
    const containers = [{ image: "nginx:1.14.2" }, { image: "nginx:1.14.2" }, { image: "busybox" }];
    expect(project({ template: { spec: { containers } } }, full).images).toEqual([
      "nginx:1.14.2",
      "busybox",
    ]);
  });
});
