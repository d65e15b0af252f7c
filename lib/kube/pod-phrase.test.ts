import { describe, expect, it } from "vitest";
import { podPhrase, type ContainerStatus, type RawPod } from "./pod-phrase";

const running = { name: "c", ready: true, state: { running: {} } };
const done = { name: "i", state: { terminated: { exitCode: 0, reason: "Completed" } } };
const waiting = (reason: string) => ({ name: "c", state: { waiting: { reason } } });
const ended = (exitCode: number, reason = "", signal = 0) => ({
  name: "c",
  state: { terminated: { exitCode, reason, signal } },
});

interface Case {
  phase?: string;
  reason?: string;
  deleted?: boolean;
  init?: readonly ContainerStatus[];
  inits?: number;
  sidecar?: boolean;
  initialized?: boolean;
  ready?: boolean;
  gated?: boolean;
  containers?: readonly ContainerStatus[];
}

const pod = (given: Case): RawPod => ({
  metadata: given.deleted ? { deletionTimestamp: "2026-01-01T00:00:00Z" } : {},
  spec: {
    initContainers: Array.from({ length: given.inits ?? given.init?.length ?? 0 }, () => ({
      name: "i",
      ...(given.sidecar ? { restartPolicy: "Always" } : {}),
    })),
  },
  status: {
    phase: given.phase ?? "Running",
    ...(given.reason ? { reason: given.reason } : {}),
    conditions: [
      { type: "Initialized", status: given.initialized === false ? "False" : "True" },
      { type: "Ready", status: given.ready ? "True" : "False" },
      ...(given.gated
        ? [{ type: "PodScheduled", status: "False", reason: "SchedulingGated" }]
        : []),
    ],
    initContainerStatuses: given.init ?? [],
    containerStatuses: given.containers ?? [],
  },
});

/** Expected words are what `kubectl get pods` prints for such pods. */
const CASES: readonly [string, Case][] = [
  ["Running", { containers: [running] }],
  ["Pending", { phase: "Pending" }],
  ["Evicted", { phase: "Failed", reason: "Evicted" }],
  ["SchedulingGated", { phase: "Pending", gated: true }],
  ["ContainerCreating", { phase: "Pending", containers: [waiting("ContainerCreating")] }],
  ["ImagePullBackOff", { phase: "Pending", containers: [waiting("ImagePullBackOff")] }],
  ["CrashLoopBackOff", { containers: [waiting("CrashLoopBackOff"), running] }],
  ["Error", { containers: [ended(1, "Error")] }],
  ["OOMKilled", { containers: [ended(137, "OOMKilled")] }],
  ["ExitCode:3", { containers: [ended(3)] }],
  ["Signal:9", { containers: [ended(0, "", 9)] }],
  ["Completed", { phase: "Succeeded", containers: [ended(0, "Completed")] }],
  ["Running", { containers: [ended(0, "Completed"), running], ready: true }],
  ["NotReady", { containers: [ended(0, "Completed"), running], ready: false }],
  [
    "Init:0/2",
    { phase: "Pending", initialized: false, inits: 2, init: [waiting("PodInitializing")] },
  ],
  [
    "Init:1/2",
    { phase: "Pending", initialized: false, init: [done, { name: "i", state: { running: {} } }] },
  ],
  [
    "Init:ImagePullBackOff",
    { phase: "Pending", initialized: false, init: [waiting("ImagePullBackOff")] },
  ],
  ["Init:Error", { phase: "Pending", initialized: false, init: [ended(1, "Error")] }],
  ["Init:ExitCode:2", { phase: "Pending", initialized: false, init: [ended(2)] }],
  [
    "Init:CrashLoopBackOff",
    { phase: "Pending", initialized: false, init: [done, waiting("CrashLoopBackOff")] },
  ],
  ["PodInitializing", { phase: "Pending", init: [done], containers: [waiting("PodInitializing")] }],
  [
    "Running",
    {
      init: [{ name: "i", started: true, state: { running: {} } }],
      sidecar: true,
      containers: [running],
    },
  ],
  ["Terminating", { deleted: true, containers: [running] }],
  ["Unknown", { deleted: true, reason: "NodeLost", containers: [running] }],
  ["Completed", { deleted: true, phase: "Succeeded", containers: [ended(0, "Completed")] }],
];

describe("podPhrase", () => {
  it.each(CASES)("says %s as kubectl does for %o", (word, given) => {
    expect(podPhrase(pod(given))).toBe(word);
  });

  it("has a word for a pod that says nothing", () => {
    expect(podPhrase({ metadata: {} })).toBe("Unknown");
  });
});
