import type { ClusterState } from "@/lib/schemas/cluster";
import type { JobOutcome } from "@/lib/schemas/job-event";
import type { NodeState } from "@/lib/schemas/job-view";
import type { PlanNodeState } from "@/lib/schemas/plan-view";

/** What a colour means. `live` is the accent: it runs now, and is never a verdict. */
export type Tone = "ok" | "warn" | "danger" | "info" | "unknown" | "live";

/** How a state looks. `icon` is a lucide name; `turns` only for what runs now. */
export interface StatusLook {
  readonly icon: StatusIconName;
  readonly tone: Tone;
  readonly turns?: true;
}

const look = <Icon extends string>(icon: Icon, tone: Tone) => ({ icon, tone });
const turning = <Icon extends string>(icon: Icon) => ({
  icon,
  tone: "live" as const,
  turns: true as const,
});

type StepState = NodeState | PlanNodeState["state"];
type JobState = JobOutcome | "queued" | "running";

const STEP = {
  waiting: look("circle-dashed", "unknown"),
  checking: turning("loader-circle"),
  "in-sync": look("check", "ok"),
  change: look("diff", "info"),
  changing: turning("refresh-cw"),
  changed: look("circle-check-big", "ok"),
  failed: look("octagon-x", "danger"),
  problem: look("octagon-x", "danger"),
  blocked: look("circle-slash", "unknown"),
  skipped: look("circle-minus", "unknown"),
  unknown: look("circle-question-mark", "unknown"),
} as const satisfies Record<StepState, unknown>;

const HOST = {
  reachable: look("plug", "ok"),
  unreachable: look("unplug", "danger"),
  "key-changed": look("key-round", "danger"),
  drifted: look("git-compare-arrows", "warn"),
  checking: turning("loader-circle"),
  unchecked: look("circle-dashed", "unknown"),
} as const;

const NODE = {
  ready: look("circle-check", "ok"),
  "not-ready": look("circle-x", "danger"),
  cordoned: look("circle-pause", "warn"),
  unknown: look("circle-question-mark", "unknown"),
} as const;

const ALERT = {
  firing: look("bell-ring", "danger"),
  pending: look("timer", "warn"),
  silenced: look("bell-off", "unknown"),
} as const;

const JOB = {
  queued: look("list-end", "unknown"),
  running: turning("loader-circle"),
  succeeded: look("circle-check", "ok"),
  failed: look("octagon-x", "danger"),
  cancelled: look("circle-stop", "unknown"),
  interrupted: look("zap-off", "warn"),
} as const satisfies Record<JobState, unknown>;

const CLUSTER = {
  draft: look("circle-dashed", "unknown"),
  creating: turning("loader-circle"),
  ready: look("circle-check", "ok"),
  deleting: turning("loader-circle"),
} as const satisfies Record<ClusterState, unknown>;

const POD = {
  running: look("circle-check", "ok"),
  pending: look("hourglass", "warn"),
  "crash-loop-back-off": look("rotate-ccw", "danger"),
  "image-pull-back-off": look("image-off", "danger"),
  failed: look("octagon-x", "danger"),
  completed: look("circle-check", "unknown"),
  unknown: look("circle-question-mark", "unknown"),
} as const;

/** Every state of everything, once: icon and colour here, its word in `lib/i18n/en/status.ts`. */
export const STATUS = {
  ...{ step: STEP, host: HOST, node: NODE, alert: ALERT, job: JOB, cluster: CLUSTER, pod: POD },
};

export type StatusKind = keyof typeof STATUS;
export type StatusOf<Kind extends StatusKind> = keyof (typeof STATUS)[Kind] & string;
type LookOf<Kind extends StatusKind> = (typeof STATUS)[Kind][keyof (typeof STATUS)[Kind]];
/** lucide names that the table uses. */
export type StatusIconName = Extract<
  { [Kind in StatusKind]: LookOf<Kind> }[StatusKind],
  { icon: string }
>["icon"];

/** The look of one state. Total: every state of the kind has one. */
export function statusLook<Kind extends StatusKind>(kind: Kind, state: StatusOf<Kind>): StatusLook {
  const looks: Record<string, StatusLook | undefined> = STATUS[kind];
  return looks[state] ?? { icon: "circle-question-mark", tone: "unknown" };
}
