import { plural } from "@/lib/format/plural";
import type { LogState } from "@/lib/schemas/kube-log";

/** Logs of containers. */
export const kubeLogs = {
  title: (what: string) => `Logs of ${what}`,
  tab: "Logs",
  facts: (containers: number, pods: number, namespace: string) =>
    `${plural(containers, "container")} in ${plural(pods, "pod")} of ${namespace}.`,
  morePods: (most: number) =>
    `Only the first ${most} logs are read. Choose labels that fit fewer pods.`,
  name: (what: string) => `${what}-log`,
  container: "Container",
  allContainers: "All containers",
  since: "Since",
  sinces: {
    tail: "Last 1,000 lines",
    "300": "Last 5 minutes",
    "3600": "Last hour",
    "86400": "Last day",
    all: "All that is kept",
  },
  previous: "Previous run",
  severity: "Severity",
  severities: { all: "Everything", warn: "Warnings and errors", error: "Errors" },
  whole: "Download whole log",
  shell: "Shell",
  nothingYet: "No line yet. It appears here as soon as the container writes one.",
  nothingFits: "No line of this severity.",
  noneTitle: "Choose whose log",
  noneBody: "Open a pod, or a deployment, and choose Logs.",
  toPods: "Pods",
  noPodTitle: "No such pod",
  noPodBody: (namespace: string) =>
    `Nothing in ${namespace} fits. It may have been deleted, or replaced by a pod with another name.`,
  states: {
    opening: "Waiting for the first line",
    live: "Live",
    waiting: "Waiting",
    reconnecting: "Reconnecting",
    ended: "Ended",
  } satisfies Record<LogState["state"], string>,
  missed: (lines: number) =>
    `${plural(lines, "line")} skipped: this browser was slower than the log.`,
  lines: (lines: number) => (lines === 1 ? "1 line" : `${lines.toLocaleString("en")} lines`),
  kept: (most: number) => `The last ${most.toLocaleString("en")} lines are kept here.`,
};
