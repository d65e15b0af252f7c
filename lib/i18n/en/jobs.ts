import { plural } from "@/lib/format/plural";
import type { JobOutcome } from "@/lib/schemas/job-event";
import type { OperationKind } from "@/lib/schemas/operation";

/** The jobs list and the run page. */
export const jobs = {
  title: "Jobs",
  facts: (running: number, total: number) =>
    running === 0
      ? `${plural(total, "job")}, none is running.`
      : `${plural(total, "job")}, ${running} running now.`,
  listFacts: "Everything that changed a host or a cluster, newest first.",
  emptyTitle: "Nothing has run yet",
  empty: "Whatever changes a host or a cluster becomes a job here, with its steps and its log.",
  searchPlaceholder: "Title, cluster or who",
  noun: "job",
  columns: {
    job: "Job",
    state: "State",
    title: "What",
    cluster: "Cluster",
    by: "Started by",
    when: "When",
    duration: "Took",
    steps: "Steps",
  },
  clusterGone: "gone",
  noCluster: "none",
  stepsDone: (done: number, total: number) => `${done} of ${total}`,
  stepsFailed: (count: number) => `${count} failed`,
  number: (number: number) => `Job ${number}`,
  crumb: "Jobs",
  startedBy: (number: number, clock: string, by: string) =>
    `Job ${number}, started ${clock} by ${by}.`,
  queuedBy: (number: number, by: string) =>
    `Job ${number}, asked for by ${by}. It starts in a moment.`,
  progress: (done: number, total: number) => `${done} of ${plural(total, "step")} done`,
  in: (took: string) => `in ${took}`,
  left: (about: string) => `about ${about} left`,
  leftElsewhere: (about: string) => `about ${about} left on the other hosts`,
  attempt: (attempt: number) => `attempt ${attempt}`,
  failedPill: (count: number) => `${plural(count, "step")} failed`,
  cancelling: "Cancelling",
  copyLink: "Copy link",
  linkCopied: "Link copied",
  done: (count: number) => `${count} done`,
  running: (count: number) => `${count} running`,
  failed: (count: number) => `${count} failed`,
  blocked: (count: number) => `${count} blocked`,
  waiting: (count: number) => `${count} waiting`,
  views: { label: "How the steps are shown", graph: "Graph", list: "List", time: "Time" },
  stepsOfHosts: "Steps of each host",
  graphLabel: (hosts: number, steps: number) =>
    `${plural(steps, "step")} on ${plural(hosts, "host")}, from left to right in the order of their needs. The arrow keys go from step to step.`,
  timeNone: "No step has begun.",
  timeLabel: "Steps over time",
  durationOf: (step: string, duration: string) => `${step}, ${duration}`,
  step: "Step",
  noStep: "The steps appear when the job starts.",
  previous: "Previous step (K)",
  next: "Next step (J)",
  usually: (typical: string) => `usually ${typical}`,
  blockedBy: (step: string) => `Waits for ${step}, which failed.`,
  waitsFor: "Waits for",
  skippedBecause: (reason: string) => `Skipped: ${reason}`,
  evidence: "Evidence",
  exit: (code: number | null) => (code === null ? "killed before it ended" : `exit code ${code}`),
  line: (number: number) => `line ${number}`,
  remedies: "What you can do, likeliest first",
  retry: "Retry as it is",
  retryHelp: "Each step is decided again; what is done stays done.",
  resume: "Resume",
  remedyActs: { host: "Open host", preview: "Preview", resume: "Resume" },
  skip: "Skip…",
  others: "Other hosts go on. Retry and Skip are offered when they are done.",
  interrupted: "The panel stopped in the middle of this job.",
  interruptedDetail:
    "Resume looks at every host again and goes on: what was done is found, what was half done is finished.",
  cancelled: "This job was cancelled.",
  cancelledDetail:
    "Nothing was rolled back. Resume looks at every host again and goes on from there.",
  actionFailed: "That did not work",
  log: {
    name: (step: string) => `Log of ${step}`,
    source: "Whose log",
    whole: "The whole job",
    step: (host: string, label: string) => `${host} › ${label}`,
    none: "This step has written nothing yet.",
    noneWhole: "No line has been written yet.",
    lines: (count: number) => `${plural(count, "line")}, none missed`,
    of: (count: number, total: number) =>
      `${plural(count, "line")} of ${total.toLocaleString("en")}, none missed`,
    reading: (seq: number, known: number) =>
      `Reading, ${seq.toLocaleString("en")} of ${known.toLocaleString("en")} events`,
    ended: "Ended",
    attempt: {
      title: (attempt: number) => `Attempt ${attempt}`,
      started: (clock: string, by: string | null) =>
        by === null ? `began ${clock}.` : `by ${by}, ${clock}.`,
      earlier: {
        failed: "The one before failed.",
        cancelled: "The one before was cancelled.",
        interrupted: "The one before was interrupted when the panel stopped.",
      } satisfies Record<Exclude<JobOutcome, "succeeded">, string>,
    },
    away: "The panel is away; the lines it missed are read when it is back",
  },
  cancelDialog: {
    button: "Cancel…",
    question: (title: string) => `Cancel “${title}”?`,
    happens:
      "No new step begins. A step that runs now is finished or stopped; nothing is rolled back.",
    runningNow: (step: string) => `${step} runs now`,
    runningDetail: "An installation or a restart is let finish, so that no host is left half done",
    verdictFinish: "finishes",
    notBegun: (count: number) => `${plural(count, "step")} not begun`,
    notBegunDetail: "Resume goes on with them",
    verdictStay: "wait",
    doneAlready: (count: number) => `${plural(count, "step")} done`,
    doneDetail: "Stay as they are on their hosts",
    verdictKept: "kept",
    verb: "Cancel the job",
    keep: "Keep it running",
  },
  skipDialog: {
    title: (step: string) => `Skip ${step}?`,
    description: "The job goes on as if this step were done. Nothing is changed by it.",
    waiting: (count: number) =>
      count === 0
        ? "No other step waits for it."
        : `${plural(count, "step")} ${count === 1 ? "waits" : "wait"} for it and will be tried.`,
    reason: "Why is it right to skip it?",
    reasonHelp: "Kept in the job's history beside your name.",
    reasonMissing: "Write why this step is skipped.",
    verb: "Skip and resume",
  },
  ended: {
    create: (cluster: string) => `${cluster} is up`,
    apply: (cluster: string) => `${cluster} is as its settings say`,
    "add-host": (cluster: string) => `The host is part of ${cluster}`,
    "remove-host": (cluster: string) => `The host has left ${cluster}`,
    reboot: (cluster: string) =>
      cluster === ""
        ? "Every host that was to be rebooted is back"
        : `${cluster}: every host that was to be rebooted is back at work`,
    "prepare-host": () => "The hosts are as their settings say",
    "apply-site": () => "The hosts do as the policy says",
    "clear-site": () => "No host has rules of the site any more",
    "apply-ddns": () => "The site's names follow its address",
    "clear-ddns": () => "No host keeps the site's names any more",
    delete: (cluster: string) => `${cluster} is gone; its hosts are bare`,
  } satisfies Record<OperationKind, (cluster: string) => string>,
  endedChanges: (changed: number, inSync: number) =>
    `${plural(changed, "step")} changed something, ${inSync} found everything as it should be.`,
  endedNoChange: "Nothing was changed: everything was as it should be.",
  endedSkipped: (count: number) => `${plural(count, "step")} skipped.`,
  openCluster: "Open the cluster",
  kubeconfig: "Get the kubeconfig",
  openHosts: "Open the hosts",
};
