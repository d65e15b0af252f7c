import { describe, expect, it } from "vitest";
import { KINDS } from "../kinds";

const metadata = { name: "web", namespace: "shop", uid: "u", generation: 3 };
const template = { spec: { containers: [{ image: "nginx:1.14.2" }, { image: "nginx:1.14.2" }] } };
const READY = { observedGeneration: 3, readyReplicas: 2, updatedReplicas: 2 };

describe("a replica set", () => {
  const project = (spec: object, status: object) =>
    KINDS.replicasets.project({
      metadata: {
        ...metadata,
        annotations: { "deployment.kubernetes.io/revision": "4" },
        ownerReferences: [{ kind: "Deployment", name: "web", controller: true }],
      },
      spec: { ...spec, template },
      status,
    });

  it("belongs to a deployment's revision", () => {
    expect(project({ replicas: 2 }, { readyReplicas: 2 })).toMatchObject({
      owner: "Deployment/web",
      revision: 4,
      images: ["nginx:1.14.2"],
      status: { word: "Running", tone: "ok" },
    });
  });

  it("is old when it is scaled to nothing", () => {
    expect(project({ replicas: 0 }, {}).status).toMatchObject({ word: "Old", tone: "unknown" });
  });

  it("says why it cannot make pods", () => {
    const message = 'pods "web-x" is forbidden: exceeded quota: small';
    const conditions = [{ type: "ReplicaFailure", status: "True", message }];
    expect(project({ replicas: 2 }, { conditions }).status).toMatchObject({
      tone: "danger",
      why: message,
    });
  });
});

describe("a stateful set", () => {
  const status = (over: object, replicas = 2) =>
    KINDS.statefulsets.project({
      metadata,
      spec: { replicas, serviceName: "db", template },
      status: { ...READY, currentRevision: "a", updateRevision: "a", ...over },
    }).status.word;

  it.each([
    ["Running", {}, 2],
    ["Rolling out", { updateRevision: "b" }, 2],
    ["Rolling out", { observedGeneration: 2 }, 2],
    ["Not complete", { readyReplicas: 1 }, 2],
    ["Stopped", { readyReplicas: 0 }, 0],
  ])("says %s", (word, over, replicas) => {
    expect(status(over, replicas)).toBe(word);
  });
});

describe("a daemon set", () => {
  const project = (status: object) =>
    KINDS.daemonsets.project({
      metadata,
      spec: { template: { spec: { ...template.spec, nodeSelector: { disk: "ssd" } } } },
      status: { observedGeneration: 3, ...status },
    });
  const counts = (desired: number, ready: number, updated = desired) => ({
    desiredNumberScheduled: desired,
    numberReady: ready,
    updatedNumberScheduled: updated,
  });

  it.each([
    ["Running", counts(3, 3)],
    ["Rolling out", counts(3, 3, 1)],
    ["Not everywhere", counts(3, 2)],
    ["No node", counts(0, 0)],
  ])("says %s", (word, status) => {
    expect(project(status).status.word).toBe(word);
  });

  it("names the labels that nodes need", () => {
    expect(project(counts(3, 2))).toMatchObject({
      desired: 3,
      ready: 2,
      nodeSelector: ["disk=ssd"],
    });
  });
});

describe("a job", () => {
  const project = (spec: object, status: object) =>
    KINDS["jobs.batch"].project({ metadata, spec: { template, ...spec }, status });
  const ended = (type: string, reason = "", message = "") => ({
    conditions: [
      { type, status: "True", reason, message, lastTransitionTime: "2026-11-23T10:00:00Z" },
    ],
  });

  it("is quiet when it is complete", () => {
    const status = { ...ended("Complete"), succeeded: 1, completionTime: "2026-11-23T09:00:00Z" };
    expect(project({}, status)).toMatchObject({
      status: { word: "Complete", tone: "unknown" },
      endedAt: "2026-11-23T09:00:00Z",
    });
  });

  it.each([
    ["BackoffLimitExceeded", "It failed more than 6 times.", {}],
    ["BackoffLimitExceeded", "It failed more than 2 times.", { backoffLimit: 2 }],
    ["DeadlineExceeded", "It ran longer than its 60 s.", { activeDeadlineSeconds: 60 }],
    ["PodFailurePolicy", "Container exited with 42", {}],
  ])("says why it failed: %s", (reason, why, spec) => {
    const row = project(spec, {
      ...ended("Failed", reason, "Container exited with 42"),
      failed: 7,
    });
    expect(row.status).toMatchObject({ tone: "danger", why });
    expect(row.status.remedy).not.toBe("");
    expect(row.endedAt).toBe("2026-11-23T10:00:00Z");
  });

  it("can be suspended while it runs, and resumed", () => {
    const running = project({}, { active: 1, failed: 1 });
    const suspended = project({ suspend: true }, {});
    expect(running.status).toMatchObject({ word: "Running", why: "1 failed so far" });
    expect(KINDS["jobs.batch"].actionsFor(running)).toContain("suspend");
    expect(KINDS["jobs.batch"].actionsFor(suspended)).toContain("resume");
  });
});

describe("a cron job", () => {
  const word = (spec: object, status: object) =>
    KINDS.cronjobs.project({ metadata, spec: { schedule: "*/5 * * * *", ...spec }, status }).status
      .word;
  const at = (lastScheduleTime: string, lastSuccessfulTime?: string) => ({
    lastScheduleTime,
    ...(lastSuccessfulTime === undefined ? {} : { lastSuccessfulTime }),
  });

  it.each([
    ["Waiting", {}, {}],
    ["Suspended", { suspend: true }, at("2026-11-23T10:00:00Z")],
    ["Running", {}, { ...at("2026-11-23T10:00:00Z"), active: [{}] }],
    ["Scheduled", {}, at("2026-11-23T10:00:00Z", "2026-11-23T10:00:09Z")],
    ["Last run failed", {}, at("2026-11-23T10:00:00Z", "2026-11-23T09:55:09Z")],
    ["Last run failed", {}, at("2026-11-23T10:00:00Z")],
  ])("says %s", (expected, spec, status) => {
    expect(word(spec, status)).toBe(expected);
  });
});

describe("an autoscaler", () => {
  const cpu = {
    type: "Resource",
    resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 80 } },
  };
  const project = (status: object) =>
    KINDS.horizontalpodautoscalers.project({
      metadata,
      spec: {
        scaleTargetRef: { kind: "Deployment", name: "web" },
        minReplicas: 2,
        maxReplicas: 5,
        metrics: [cpu],
      },
      status,
    });
  const condition = (type: string, status: string, [reason, message = ""]: readonly string[]) => ({
    ...{ type, status, reason, message },
  });

  it("shows what it measured against what it aims at", () => {
    const row = project({
      currentReplicas: 3,
      currentMetrics: [
        { type: "Resource", resource: { name: "cpu", current: { averageUtilization: 35 } } },
      ],
      conditions: [condition("ScalingActive", "True", ["ValidMetricFound"])],
    });
    expect(row).toMatchObject({
      target: "Deployment/web",
      metrics: ["cpu 35% of 80%"],
      current: 3,
      status: { word: "Active", tone: "ok" },
    });
  });

  it("says that it cannot read metrics, and what to check", () => {
    const message =
      "the HPA was unable to compute the replica count: failed to get cpu utilization";
    const row = project({
      currentMetrics: null,
      conditions: [condition("ScalingActive", "False", ["FailedGetResourceMetric", message])],
    });
    expect(row.metrics).toEqual(["cpu unknown of 80%"]);
    expect(row.status).toMatchObject({ word: "Cannot read metrics", tone: "danger", why: message });
    expect(row.status.remedy).toMatch(/metrics-server/);
  });

  it.each([
    ["Cannot scale", [condition("AbleToScale", "False", ["FailedGetScale"])]],
    ["Off", [condition("ScalingActive", "False", ["ScalingDisabled"])]],
    ["Measuring", []],
    [
      "At its limit",
      [
        condition("ScalingActive", "True", ["ValidMetricFound"]),
        condition("ScalingLimited", "True", ["TooManyReplicas"]),
      ],
    ],
  ])("says %s", (word, conditions) => {
    expect(project({ conditions }).status.word).toBe(word);
  });
});

describe("a disruption budget", () => {
  const project = (spec: object, status: object) =>
    KINDS.poddisruptionbudgets.project({
      metadata,
      spec: { selector: { matchLabels: { app: "web" } }, ...spec },
      status,
    });

  it("says that it stands in the way of a drain", () => {
    const status = { expectedPods: 2, currentHealthy: 2, desiredHealthy: 2, disruptionsAllowed: 0 };
    expect(project({ minAvailable: 2 }, status)).toMatchObject({
      rule: "at least 2",
      pods: "app=web",
      status: { word: "Blocks drains", tone: "warn", why: "2 healthy, 2 needed: none may go." },
    });
  });

  it("allows drains, or protects nothing", () => {
    const healthy = {
      expectedPods: 3,
      currentHealthy: 3,
      desiredHealthy: 2,
      disruptionsAllowed: 1,
    };
    const row = project({ maxUnavailable: "30%" }, healthy);
    expect(row).toMatchObject({ rule: "at most 30% away", status: { word: "Allows drains" } });
    expect(project({}, {}).status.word).toBe("No pods");
  });
});
