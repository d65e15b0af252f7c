import { plural } from "@/lib/format/plural";
import type { ActionView, PlanNodeView } from "@/lib/schemas/plan-view";

type State = PlanNodeView["state"];

/** The plan page and the plan as a text. */
export const plan = {
  crumb: "Plan",
  title: (what: string) => `Plan: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
  untouched: "Nothing has been touched",
  facts: (hosts: number, age: string, took: string) =>
    `Read from ${plural(hosts, "host")} ${age} in ${took}. The plan is made again just before it runs.`,
  readAgain: "Read again",
  reading: (hosts: number) =>
    hosts === 0 ? "Reading the hosts…" : `Reading ${plural(hosts, "host")}…`,
  readingFacts: "Each host is asked what it has and what it lacks. Nothing is changed.",
  readFailed: "The plan could not be made",
  badOperation: "This address holds no operation that the panel knows.",
  badOperationRemedy: "Go back to the cluster and choose what to do there.",
  export: "Export",
  figures: {
    changes: "Will change",
    changesDetail: (hosts: number) => `steps on ${plural(hosts, "host")}`,
    unknown: "Unknown until",
    unknownDetail: "an earlier step is done",
    unknownNone: "all is known",
    inSync: "In sync",
    inSyncDetail: "nothing to do",
    restarts: "Restarts",
    restartsNone: "nothing is restarted",
    restartsMore: (names: string, more: number) =>
      more === 0 ? names : `${names} and ${more} more`,
    takes: "Takes about",
    takesDetail: "hosts work side by side",
    takesInTurn: "one host after another",
    takesNone: "only checks",
  },
  nothingToDo: (checks: number, hosts: number) =>
    `Nothing to do: ${plural(checks, "check")} on ${plural(hosts, "host")} found everything as it should be.`,
  nothingToDoDetail:
    "Starting is still possible: the job checks the same again and changes nothing.",
  problems: (count: number) =>
    count === 1
      ? "1 step cannot be done as things are"
      : `${count} steps cannot be done as things are`,
  problemsDetail: (count: number) =>
    count === 1
      ? "It fails when the plan runs; what needs it waits, the rest goes on."
      : "They fail when the plan runs; what needs them waits, the rest goes on.",
  showStep: "Show the step",
  filter: "Which steps",
  all: (count: number) => `All ${count}`,
  changes: (count: number) => `Changes ${count}`,
  files: (count: number) => `Files ${count}`,
  searchLabel: "Search steps, files and commands",
  search: "Search",
  steps: "Steps by host",
  noMatch: "No step matches",
  showAll: "Show all steps",
  ofTotal: (changes: number, total: number) => `${changes} of ${total}`,
  ofTotalTitle: (changes: number, total: number) =>
    `${changes} of ${plural(total, "step")} will change`,
  unknownUntil: (step: string) => `Unknown until ${step}`,
  step: "Step",
  previous: "Previous step (K)",
  next: "Next step (J)",
  reboot: "reboot",
  secret: "secret",
  tabs: { file: "File", files: "Files", commands: "Commands", facts: "Facts", needs: "Needs" },
  tabsLabel: "What the step does",
  inSyncNote: (note: string) => `As it should be: ${note}.`,
  unknownBody: (missing: string) => `Needs ${missing}, which is not known yet.`,
  unknownLink: (step: string) => `Known once ${step} is done`,
  restartsUnits: (units: string) => `Restarts ${units}`,
  otherFiles: "Files of this step",
  checkedBy: "Checked by",
  checkedEnd: "before it replaces the old file",
  kept: (host: string) => `The old file is kept on ${host}`,
  isNew: (host: string) => `There is no such file on ${host} yet`,
  removes: "Removed. A copy is kept on the host.",
  hasSecret: "Holds a secret, shown as [redacted]",
  noFiles: "This step writes no file.",
  noCommands: "This step runs no command.",
  noFacts: "Nothing was asked for this step.",
  noNeeds: "Nothing: it can start at once.",
  after: "Starts when these are done",
  before: "These wait for it",
  asked: (host: string) => `asked on ${host}`,
  command: "Command",
  pushes: (name: string, size: string) => `Push ${name}, ${size}`,
  pushTo: (path: string) => `to ${path}`,
  waits: (what: string) => `Wait until ${what}`,
  waitMost: (duration: string) => `at most ${duration}`,
  back: "Back",
  start: (changes: number, hosts: number) =>
    `Start ${plural(changes, "change")} on ${plural(hosts, "host")}`,
  startSteps: (steps: number, hosts: number) =>
    `Start ${plural(steps, "step")} on ${plural(hosts, "host")}`,
  startInSync: "Start, 0 changes",
  undo: {
    create: (hosts: number) =>
      `Undo: “Delete the cluster” brings all ${plural(hosts, "host")} back to where they are now.`,
    apply: "Each file that is replaced is kept on its host.",
    "add-host": "Undo: “Remove from the cluster” makes the host bare again.",
    "remove-host": "The host can be added again later.",
    "prepare-host":
      "Each file that is replaced is kept on its host. Address and SSH return by themselves unless the panel reaches the host again.",
    "apply-site":
      "Every host takes its old rules again by itself unless the new ones are proved and kept in time.",
    "clear-site": "Applying the policy again brings the rules back.",
    "apply-ddns": "Taking it off leaves the names at the provider as they are.",
    "clear-ddns": "Setting it up again goes on with the stored settings.",
    reboot: "Cancel stops before the next host. Nodes that the job had cordoned take pods again.",
    delete: "This cannot be undone.",
  },
  startFailed: "The job could not be started",
  running: "Another job works on this cluster",
  openRunning: "Open it",
  deleteDialog: {
    question: (cluster: string) => `Delete ${cluster}?`,
    happens: (hosts: number) =>
      `k3s, its data and its settings leave ${plural(hosts, "host")}; they are bare again.`,
    because: "everything that runs on it is lost",
    verb: (cluster: string) => `Delete ${cluster}`,
    workloads: "Everything that runs on the cluster",
    workloadsDetail: "Pods, sites and volumes of every namespace",
    database: (name: string) => `Database ${name}`,
    databaseDetail: (host: string) => `On ${host}: the cluster's whole state`,
    access: "Every kubeconfig of this cluster",
    accessDetail: "Whoever uses one is locked out",
    hosts: (count: number) => plural(count, "host"),
    hostsDetail: "Stay in the panel, bare and reachable",
    gone: "goes down",
    lost: "lost",
    invalid: "stops working",
    kept: "kept",
  },
  removeDialog: {
    question: (host: string, cluster: string) => `Remove ${host} from ${cluster}?`,
    happens: (host: string) => `${host} is drained, leaves the cluster and is made bare.`,
    happensGone: (host: string) =>
      `${host} is gone: the cluster forgets it, and nothing is cleaned on it.`,
    verb: (host: string) => `Remove ${host}`,
    pods: (host: string) => `Pods on ${host}`,
    podsMove: "Move to the other nodes, where there is room",
    podsStay: "No other agent is left to take them",
    moves: "move",
    down: "go down",
    volumes: "Local volumes",
    volumesDetail: (host: string) => `Kept on ${host}'s own disk: they do not move`,
    lost: "lost",
    api: "Kubernetes API",
    apiLeft: (servers: number) => `${plural(servers, "server")} left behind the load balancer`,
    stays: "stays up",
    single: "no spare",
    because: "no other agent can take its pods",
  },
  rebootDialog: {
    question: (what: string) => `Reboot ${what}?`,
    hosts: (count: number) => plural(count, "host"),
    happens: (count: number) =>
      count === 1
        ? "It goes down, comes back, and the job sees that it is at work again."
        : "One after another: each is back at work before the next goes down. A failure stops the rest.",
    verb: (what: string) => `Reboot ${what}`,
    pods: (nodes: string): readonly [string, string] => [
      `Pods on ${nodes}`,
      "Move to other nodes first, where there is room; local volumes stay behind until the host is back",
    ],
    apiSpare: ["Kubernetes API", "Another server answers meanwhile"] as const,
    apiAlone: [
      "Kubernetes API",
      "The only server: kubectl and the panel wait until it is back",
    ] as const,
    entry: (host: string): readonly [string, string] => [
      `Everything that comes in through ${host}`,
      "The API and all web sites, until it is back",
    ],
    database: (host: string): readonly [string, string] => [
      "The cluster's state",
      `Nothing starts or moves until ${host} is back; what runs goes on`,
    ],
    move: "move",
    stays: "stays up",
    away: "away meanwhile",
  },
  actions: {
    "write-file": "write",
    "remove-file": "remove",
    run: "run",
    "put-artifact": "push",
    wait: "wait until",
  } satisfies Record<ActionView["kind"], string>,
  text: {
    read: (hosts: number, at: string, took: string) =>
      `Read from ${plural(hosts, "host")} at ${at} in ${took}. Nothing has been touched. Secrets are shown as [redacted].`,
    counts: (counts: { changes: number; unknown: number; inSync: number; problems: number }) =>
      `${counts.changes} will change, ${counts.unknown} unknown until an earlier step is done, ${counts.inSync} in sync, ${counts.problems} with a problem.`,
    takes: (duration: string) => `Takes about ${duration}.`,
    states: {
      "in-sync": "in sync",
      change: "will change",
      unknown: "unknown",
      problem: "problem",
    } satisfies Record<State, string>,
    why: "why",
    until: (step: string, missing: string) => `until ${step} (${missing})`,
    restarts: "restarts",
    checkedBy: "checked by",
    timeout: (duration: string) => `at most ${duration}`,
    remedy: "do",
    unchanged: (count: number) => `@@ ${plural(count, "unchanged line")}`,
    size: (bytes: number, sha256: string) => `${bytes} bytes, sha256 ${sha256}`,
    to: "to",
  },
};

/** Words of the plan as a text file. */
export type PlanTextWords = Pick<typeof plan, "text" | "actions">;
