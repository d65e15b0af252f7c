import type { StatusKind, StatusOf } from "@/lib/format/status";

type Words = { [Kind in StatusKind]: Record<StatusOf<Kind>, string> };

/** The word of every state in `lib/format/status.ts`. Pods keep Kubernetes' own words. */
export const status: Words = {
  step: {
    waiting: "Waiting",
    checking: "Checking",
    "in-sync": "In sync",
    change: "Will change",
    changing: "Changing",
    changed: "Changed",
    failed: "Failed",
    problem: "Problem",
    blocked: "Blocked",
    skipped: "Skipped",
    unknown: "Unknown",
  },
  host: {
    reachable: "Reachable",
    unreachable: "Unreachable",
    "key-changed": "Key changed",
    drifted: "Drifted",
    checking: "Checking",
    unchecked: "Not checked",
  },
  node: { ready: "Ready", "not-ready": "NotReady", cordoned: "Cordoned", unknown: "Unknown" },
  alert: { firing: "Firing", pending: "Pending", silenced: "Silenced" },
  job: {
    queued: "Queued",
    running: "Running",
    succeeded: "Succeeded",
    failed: "Failed",
    cancelled: "Cancelled",
    interrupted: "Interrupted",
  },
  cluster: {
    draft: "Draft",
    creating: "Being created",
    ready: "Ready",
    deleting: "Being deleted",
  },
  pod: {
    running: "Running",
    pending: "Pending",
    "crash-loop-back-off": "CrashLoopBackOff",
    "image-pull-back-off": "ImagePullBackOff",
    failed: "Failed",
    completed: "Completed",
    unknown: "Unknown",
  },
};
