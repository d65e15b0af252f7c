import { plural } from "@/lib/format/plural";
import type { Rollout, RolloutReason, RolloutState } from "@/lib/schemas/kube-rollout";
import { because } from "./cluster-trouble";
import { clusterPods, podReasons, startReasons } from "./cluster-workloads";

type ReasonSentences = {
  [Code in RolloutReason["code"]]: (reason: Extract<RolloutReason, { code: Code }>) => string;
};

/** A workload on its way to what was asked for. */
export const changesRollout = {
  crumb: "Rollout",
  facts: ({ ready, desired, kind, namespace }: Rollout) =>
    `${kind} in ${namespace}. ${ready} of ${desired} ready.`,
  states: {
    going: "Rolling out",
    done: "Ready",
    stuck: "Stuck",
    paused: "Paused",
    stopped: "Scaled to 0",
  } satisfies Record<RolloutState, string>,
  bar: "Copies of the newest state that are available",
  figures: {
    updated: "Newest",
    ready: "Ready",
    available: "Available",
    old: "Of earlier states",
  },
  why: "Why it is not further",
  example: (pod: string) => `For example ${pod}`,
  pods: (count: number) => plural(count, "pod"),
  goesOn: "The old copies go on answering until the new ones are ready.",
  revisions: "Revisions",
  current: "now",
  rollBack: "Roll back…",
  scale: "Scale…",
  restart: "Restart…",
  pause: "Pause…",
  resume: "Resume…",
  editYaml: "Edit as YAML",
  logs: "Logs",
  podList: "Pods",
  hosts: "Host names",
  reasons: {
    ...podReasons,
    sandbox: (reason) => `${startReasons.sandbox(reason)}. ${clusterPods.startRemedies.sandbox}`,
    volume: (reason) => `${startReasons.volume(reason)}. ${clusterPods.startRemedies.volume}`,
    probe: ({ message }) => `It runs, but its probe says no${because(message)}`,
    "not-created": ({ message }) => `The API refuses to make pods${because(message)}`,
    starting: () => "Images are fetched and containers start.",
  } satisfies ReasonSentences,
};
