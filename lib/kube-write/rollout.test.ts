import { describe, expect, it } from "vitest";
import type { RawPodObject, RawWorkload } from "./raw-objects";
import { controllerRevisions, replicaSetRevisions } from "./revisions";
import { toRollout, type RolloutInput } from "./rollout";

const ref = { apiVersion: "apps/v1", kind: "Deployment", namespace: "club", name: "web" };
const workload = (status: object, spec: object = {}): RawWorkload => ({
  metadata: { name: "web", generation: 2, uid: "u", resourceVersion: "9" },
  spec: { replicas: 3, ...spec },
  status: { observedGeneration: 2, replicas: 3, ...status },
});
const READY = { updatedReplicas: 3, readyReplicas: 3, availableReplicas: 3 };
const pod = (name: string, status: object): RawPodObject => ({
  metadata: { name },
  spec: { containers: [{ name: "c", image: "reg.test/a:1" }] },
  status: { phase: "Pending", ...status },
});
const waiting = (reason: string) => ({
  containerStatuses: [
    { name: "c", ready: false, state: { waiting: { reason, message: "no such image" } } },
  ],
});
const input = (changes: Partial<RolloutInput>): RolloutInput => ({
  ...{ ref, workload: workload(READY), newest: [], podCount: 0, events: [], revisions: [] },
  ...{ autoscalers: [], notCreated: "", hosts: [], unknown: [] },
  ...changes,
});

describe("how far a rollout is", () => {
  it.each([
    ["done", workload(READY), {}],
    ["going", workload({ ...READY, updatedReplicas: 1 }), {}],
    ["going while old copies are left", workload(READY), { podCount: 4, newest: [] }],
    [
      "going until the controller knows of the change",
      workload({ ...READY, observedGeneration: 1 }),
      {},
    ],
    ["stopped", workload({ replicas: 0 }, { replicas: 0 }), {}],
    ["paused", workload({ updatedReplicas: 1 }, { paused: true }), {}],
    [
      "stuck",
      workload({
        conditions: [{ type: "Progressing", status: "False", reason: "ProgressDeadlineExceeded" }],
      }),
      {},
    ],
  ])("%s", (state, of, more) => {
    expect(toRollout(input({ workload: of, ...more })).state).toBe(state.split(" ")[0]);
  });

  it("says the same reason of many pods once, the worst first", () => {
    const newest = [
      pod("a", waiting("ContainerCreating")),
      pod("b", waiting("ImagePullBackOff")),
      pod("c", waiting("ErrImagePull")),
    ];
    const { reasons } = toRollout(input({ workload: workload({}), newest, podCount: 3 }));
    expect(reasons).toMatchObject([
      { code: "image", pods: 2, image: "reg.test/a:1", registry: "reg.test" },
      { code: "starting", pods: 1 },
    ]);
  });

  it("gives the kubelet's words when a probe says no, and the API's when it makes no pods", () => {
    const running = pod("a", {
      phase: "Running",
      containerStatuses: [{ name: "c", ready: false, state: { running: {} } }],
    });
    const events = [
      {
        metadata: { name: "e" },
        reason: "Unhealthy",
        message: "Readiness probe failed: 503",
        involvedObject: { name: "a" },
      },
    ];
    const { reasons } = toRollout(
      input({ workload: workload({}), newest: [running], events, notCreated: "exceeded quota" }),
    );
    expect(reasons).toMatchObject([
      { code: "not-created", message: "exceeded quota" },
      { code: "probe", message: "Readiness probe failed: 503" },
    ]);
  });

  it("gives the kubelet's last words of pods that do not begin on their node", () => {
    const creating = (name: string): RawPodObject => {
      const { spec, ...rest } = pod(name, waiting("ContainerCreating"));
      return { ...rest, spec: { ...spec, nodeName: "worker1" } };
    };
    const told = (name: string, reason: string, lastTimestamp: string) => ({
      metadata: { name: `${name}.${reason}` },
      ...{ reason, message: `${reason} of ${name}`, lastTimestamp, involvedObject: { name } },
    });
    const events = [
      told("a", "FailedCreatePodSandBox", "2026-11-23T10:05:00Z"),
      told("a", "FailedMount", "2026-11-23T10:00:00Z"),
      told("b", "FailedCreatePodSandBox", "2026-11-23T10:05:00Z"),
    ];
    const newest = [creating("a"), creating("b"), creating("c")];
    const { reasons } = toRollout(input({ workload: workload({}), newest, events, podCount: 3 }));
    expect(reasons).toMatchObject([
      { code: "sandbox", pods: 2, pod: "a", message: "FailedCreatePodSandBox of a" },
      { code: "starting", pods: 1 },
    ]);
  });

  it("has no reasons to give once it is done, and names what scales it", () => {
    const autoscalers = [
      {
        metadata: { name: "hpa" },
        spec: { scaleTargetRef: { kind: "Deployment", name: "web" }, maxReplicas: 9 },
      },
    ];
    const rollout = toRollout(
      input({ newest: [pod("a", waiting("ContainerCreating"))], podCount: 1, autoscalers }),
    );
    expect(rollout).toMatchObject({
      state: "done",
      reasons: [],
      autoscaler: { name: "hpa", min: 1, max: 9 },
    });
  });
});

describe("revisions", () => {
  it("are newest first, without the label that tells their pods apart", () => {
    const set = (revision: string) => ({
      metadata: {
        name: `web-${revision}`,
        annotations: { "deployment.kubernetes.io/revision": revision },
      },
      spec: { template: { metadata: { labels: { app: "web", "pod-template-hash": revision } } } },
    });
    const found = replicaSetRevisions([set("2"), set("10"), { metadata: { name: "foreign" } }]);
    expect(found.map(({ revision }) => revision)).toEqual([10, 2]);
    expect(found[0]?.template).toEqual({ metadata: { labels: { app: "web" } } });
  });

  it("of stateful sets are read out of the patch that the controller keeps", () => {
    const data = { spec: { template: { $patch: "replace", spec: { containers: [] } } } };
    expect(
      controllerRevisions([{ metadata: { name: "db-1" }, revision: 1, data }])[0]?.template,
    ).toEqual({
      spec: { containers: [] },
    });
  });
});
