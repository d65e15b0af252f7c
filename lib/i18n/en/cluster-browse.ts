import { plural } from "@/lib/format/plural";
import type { KubeAction } from "@/lib/schemas/kube-kind";

/** Lists of any kind of object. */
export const clusterKinds = {
  label: (section: string) => `Kinds in ${section}`,
  more: "More kinds",
  facts: (all: number, troubled: number) =>
    troubled === 0
      ? `${all} in all.`
      : `${all} in all. ${plural(troubled, "has", "have")} a problem.`,
  search: "Name, namespace, status",
  emptyTitle: (kind: string) => `No ${kind.toLowerCase()} yet`,
  emptyBody: "As soon as the cluster has one it appears here.",
  missingTitle: (kind: string) => `This cluster has no ${kind.toLowerCase()}`,
  missingBody: "What brings this kind is not installed. Nothing is wrong.",
  unknownTitle: "The cluster has no such kind",
  unknownBody: "It may have been removed together with what brought it.",
  columns: "Columns",
  columnsReset: "As at first",
  labels: "Label",
  labelsHelp: "As for kubectl: app=nginx,tier!=db, env in (test,live), !canary",
  labelsUse: "Show only these",
  owner: (owner: string) => `Of ${owner}`,
  rest: (count: number) => `+${count}`,
  yes: "Yes",
  no: "No",
  rowMenu: (name: string) => `Actions for ${name}`,
};

/** What can be done to an object, as menus say it. */
export const clusterActionWords: Readonly<Record<KubeAction, string>> = {
  scale: "Scale…",
  restart: "Restart…",
  rollback: "Roll back…",
  pause: "Pause the rollout…",
  resume: "Resume the rollout…",
  suspend: "Suspend…",
  "run-now": "Run now…",
  cordon: "Cordon…",
  uncordon: "Uncordon…",
  drain: "Drain…",
  labels: "Labels…",
  taints: "Taints…",
  "declare-off": "It is really off…",
  "declare-on": "It is back…",
  open: "Open in browser…",
  logs: "Logs",
  shell: "Shell",
  reveal: "Reveal its values…",
  edit: "Edit as YAML",
  delete: "Delete…",
};

/** One object's page. */
export const clusterObject = {
  sections: { label: "Parts of this page", summary: "Summary", events: "Events", yaml: "YAML" },
  deleting: "Is being deleted",
  deletingBody: (since: string, finalizers: string) =>
    finalizers === ""
      ? `Since ${since}.`
      : `Since ${since}. It waits for ${finalizers} to let it go.`,
  facts: "Facts",
  created: "Created",
  labels: "Labels",
  annotations: "Annotations",
  conditions: { title: "Conditions" },
  containers: {
    title: "Containers",
    restarts: "Restarts",
    cpu: "CPU",
    memory: "Memory",
    of: (used: string, request: string, limit: string) =>
      `${used} used, ${request} asked for, ${limit} at most`,
    notMeasured: "no data",
    notSaid: "not said",
    role: {
      init: "runs first",
      sidecar: "beside",
      main: "",
      ephemeral: "for debugging",
    },
    lastEnd: (text: string) => `Last end: ${text}`,
  },
  usage: {
    "metrics-server": "Figures are from metrics-server.",
    kubelet: "Figures are from the kubelet; this cluster has no metrics-server.",
  },
  related: {
    title: "Belongs together",
    more: (count: number) => `and ${count} more`,
    missing: "does not exist",
    none: "It stands alone: nothing owns it, and it owns nothing.",
    from: {
      owns: "Owned by",
      selects: "Selected by",
      routes: "Reached through",
      mounts: "Used by",
      scales: "Scaled by",
      binds: "Bound by",
      "runs-on": "Runs here",
    },
    to: {
      owns: "Owns",
      selects: "Selects",
      routes: "Leads to",
      mounts: "Uses",
      scales: "Scales",
      binds: "Binds",
      "runs-on": "Runs on",
    },
  },
  events: {
    none: "No events",
    noneBody: "Kubernetes keeps them for an hour.",
    times: (count: number) => `${count} times`,
  },
  yaml: {
    download: "Download",
    copy: "Manifest",
    cut: (count: number) =>
      `${plural(count, "long value")} cut here. The download has ${count === 1 ? "it" : "them"} whole.`,
    hidden: "Values of secrets are hidden, here and in the download.",
  },
  keys: {
    title: "Keys",
    reveal: "Reveal the values",
    revealHelp: "Who revealed it, and when, is written to the audit log.",
    hide: "Hide",
    binary: "not text",
    revealed: "Shown until you leave this page.",
  },
  gone: "It does not exist any more",
  goneBody: "It was deleted, or its address is mistyped.",
  backTo: (list: string) => `All ${list.toLowerCase()}`,
  open: "Open",
};

/** The cluster's own overview. */
export const clusterOverview = {
  well: "Nothing is wrong",
  wellBody: "Every node is Ready, every workload has what it asked for.",
  troubles: (count: number) => (count === 1 ? "1 thing needs you" : `${count} things need you`),
  capacity: "Capacity",
  capacityHelp: "bar is used, tick is asked for",
  cpu: "CPU",
  memory: "Memory",
  pods: "Pods",
  noUsage: "Nothing measures use: bars show what is asked for.",
  of: (used: string, requested: string, all: string) =>
    `${used} used · ${requested} asked · ${all}`,
  ofNoUse: (requested: string, all: string) => `${requested} asked · ${all}`,
  counts: "What runs here",
  troubled: (count: number) => `${plural(count, "has", "have")} a problem`,
  warnings: "Warnings of the last hour",
  noWarnings: "None.",
  versions: "Versions",
  nodesOf: (nodes: readonly string[]) => nodes.join(", "),
  allObjects: "All events",
};
