import { plural } from "@/lib/format/plural";
import type { BlastCode, BlastItem, BlastVerdict } from "@/lib/schemas/kube-blast";
import type { DrainPodState, DrainProgress } from "@/lib/schemas/kube-drain";
import { changesBulk } from "./changes-bulk";
import { changesRollout } from "./changes-rollout";
import { changesYaml } from "./changes-yaml";

const of = (count: number, noun: string) => plural(count, noun);

/** Changing what runs in a cluster: dialogs, rollouts, YAML. */
export const changes = {
  cancel: "Cancel",
  close: "Close",
  scale: {
    title: (name: string) => `Scale ${name}`,
    intro: (now: number) => `${plural(now, "copy", "copies")} now.`,
    replicas: "Copies",
    toZero: "0 copies: nothing answers until it is scaled up again.",
    autoscaler: (name: string, min: number, max: number) =>
      `${name} sets the copies by itself, between ${min} and ${max}. It will change yours.`,
    submit: (replicas: number) => `Scale to ${replicas}`,
    done: (name: string, replicas: number) => `${name} is scaled to ${replicas}.`,
  },
  restart: {
    question: (name: string) => `Restart ${name}?`,
    happens: "New copies start before old ones end, as many at a time as its strategy allows.",
    verb: "Restart",
    done: (name: string) => `${name} restarts, copy by copy.`,
  },
  pause: {
    question: (name: string) => `Pause the rollout of ${name}?`,
    happens: "Copies stay as they are. Later changes wait until it is resumed.",
    verb: "Pause",
    done: (name: string) => `The rollout of ${name} is paused.`,
  },
  resume: {
    question: (name: string) => `Resume the rollout of ${name}?`,
    happens: "Changes that waited are rolled out now.",
    verb: "Resume",
    done: (name: string) => `The rollout of ${name} goes on.`,
  },
  suspend: {
    question: (name: string) => `Suspend ${name}?`,
    happens: "A schedule starts no new job, and jobs that run go on. A job ends its pods.",
    verb: "Suspend",
    done: (name: string) => `${name} is suspended.`,
  },
  unsuspend: {
    question: (name: string) => `Let ${name} run again?`,
    happens: "A schedule starts its next job in time. A job starts its pods again.",
    verb: "Let it run",
    done: (name: string) => `${name} runs again.`,
  },
  runNow: {
    question: (name: string) => `Run ${name} now?`,
    happens: "One job starts at once, beside those of its schedule.",
    verb: "Run now",
    done: (name: string) => `A job of ${name} has started.`,
  },
  rollback: {
    title: (name: string) => `Roll ${name} back`,
    intro: "Its pods become what they were. Services, config maps and volumes stay as they are.",
    revision: "Revision",
    option: (revision: number, images: string, age: string) =>
      `${revision} · ${images}${age === "" ? "" : ` · ${age} ago`}`,
    diff: "pod template",
    diffHead: "From now to that revision",
    none: "There is no earlier revision to go back to.",
    submit: (revision: number) => `Roll back to ${revision}`,
    done: (name: string, revision: number) => `${name} goes back to revision ${revision}.`,
  },
  delete: {
    question: (kind: string, name: string) => `Delete ${kind} ${name}?`,
    happens: "It cannot be brought back. Its YAML can be copied first.",
    comesBack: (owner: string) => `${owner} makes a new one at once.`,
    verb: (name: string) => `Delete ${name}`,
    done: (kind: string, name: string) => `${kind} ${name} is deleted.`,
    incomplete: "Not everything around it could be read: there may be more.",
    because: "data or a site is lost",
    orphan: "Leave what it owns",
    verdicts: {
      goes: "Goes",
      stays: "Stays",
      breaks: "Breaks",
      lost: "Lost",
    } satisfies Record<BlastVerdict, string>,
    items: {
      pods: ({ count }) => `${of(count, "pod")} ${count === 1 ? "ends" : "end"}`,
      owned: ({ count }) => `${of(count, "object")} that it owns`,
      services: ({ count }) =>
        count === 1 ? "1 service has no pod left" : `${count} services have no pod left`,
      hosts: ({ names }) =>
        `${names.map((name) => (name === "*" ? "Any host name" : name)).join(", ")} stops answering`,
      claims: ({ count }) => `${of(count, "volume claim")} left behind`,
      volumes: ({ count, verdict }) =>
        verdict === "lost" ? `The data of ${of(count, "volume")}` : `${of(count, "volume")} kept`,
      users: ({ count }) => `${of(count, "pod")} ${count === 1 ? "uses" : "use"} it`,
      autoscalers: ({ count }) => `${of(count, "autoscaler")} with nothing to scale`,
      objects: ({ kind, count }) => `${count} ${kind}`,
      instances: ({ kind, count }) => `${of(count, "object")} of kind ${kind}`,
      "comes-back": () => "A new pod takes its place",
    } satisfies Record<BlastCode, (item: BlastItem) => string>,
    andMore: (names: readonly string[], count: number) =>
      `${names.join(", ")}${count > names.length ? ` and ${count - names.length} more` : ""}`,
  },
  cordon: {
    question: (node: string) => `Cordon ${node}?`,
    happens: "No new pod starts there. Pods that run there stay.",
    verb: "Cordon",
    done: (node: string) => `${node} takes no new pods.`,
  },
  uncordon: {
    question: (node: string) => `Uncordon ${node}?`,
    happens: "New pods may start there again. None move there by themselves.",
    verb: "Uncordon",
    done: (node: string) => `${node} takes pods again.`,
  },
  drain: {
    question: (node: string) => `Drain ${node}?`,
    happens:
      "Its pods leave no faster than their disruption budgets allow. None come back by themselves.",
    verb: (node: string) => `Drain ${node}`,
    pods: (count: number) =>
      count === 0
        ? "No pod has to leave"
        : `${of(count, "pod")} ${count === 1 ? "leaves" : "leave"}`,
    podsDetail: (others: number, staying: number) =>
      `${others === 0 ? "No other node takes pods" : `${of(others, "other node")} ${others === 1 ? "takes" : "take"} pods`}.${staying === 0 ? "" : ` ${of(staying, "pod")} of daemon sets ${staying === 1 ? "stays" : "stay"}.`}`,
    nowhere: "Nowhere to go",
    fine: "Fine",
    bare: (count: number) => `${of(count, "bare pod")} nothing starts again`,
    emptyDir: (count: number) => `Files in emptyDir of ${of(count, "pod")}`,
    budget: (name: string) => `Budget ${name} allows none to leave`,
    budgetDetail: (pods: number) =>
      `${of(pods, "pod")} here ${pods === 1 ? "falls" : "fall"} under it. The drain waits for it.`,
    waits: "Waits",
    siteUp: (host: string) => `${host} keeps answering`,
    siteUpDetail: (copies: number) =>
      `${copies === 1 ? "1 copy runs" : `${copies} copies run`} elsewhere.`,
    siteDown: (host: string) => `${host} goes down`,
    sitePinned: (host: string) => `${host} stays down`,
    sitePinnedDetail: "Its volume is on this node’s disk and cannot move.",
    siteShort: "No copy runs elsewhere: down until a new one is ready.",
    lost: "Lost",
    down: "Down",
    staysDown: "Stays down",
    typed: "a site goes down or a pod is lost",
    progress: (gone: number, all: number) => `${gone} of ${of(all, "pod")} gone`,
    states: {
      running: "Draining",
      done: "Drained",
      failed: "Stopped",
      cancelled: "Cancelled",
    } satisfies Record<DrainProgress["state"], string>,
    podStates: {
      waiting: "Waiting",
      blocked: "Kept by a budget",
      leaving: "Leaving",
      gone: "Gone",
    } satisfies Record<DrainPodState, string>,
    cancel: "Cancel and uncordon",
    again: "Drain again",
    background: "It goes on when this window is closed.",
  },
  off: {
    question: (node: string) => `Is ${node} really off?`,
    happens:
      "A node that is switched off cannot say that its pods ended, so nothing moves. Say that it is off: its volumes are let go and its pods start elsewhere.",
    risk: (node: string) => `If ${node} still runs, two copies write to the same volume`,
    riskDetail: "Look at the machine itself: its lamp, its plug, its console.",
    riskVerdict: "Data at risk",
    pinned: "Volumes on its own disk do not move. They come back with it.",
    because: "data is lost if it still runs",
    verb: (node: string) => `${node} is off`,
    done: (node: string) => `${node} counts as off. Its pods start elsewhere.`,
  },
  on: {
    question: (node: string) => `Is ${node} back?`,
    happens: "The taint that says it is off goes away; pods may run there again.",
    verb: "It is back",
    done: (node: string) => `${node} is back in service.`,
  },
  labels: {
    title: (node: string) => `Labels of ${node}`,
    intro: "Pods choose nodes by them. Those of Kubernetes itself are not shown.",
    text: "One a line: key=value",
    example: "disk=ssd\nexample.org/room=east",
    wrong: (line: string) => `${line} is not a label, such as disk=ssd.`,
    submit: "Save labels",
    done: (node: string) => `The labels of ${node} are saved.`,
  },
  taints: {
    title: (node: string) => `Taints of ${node}`,
    intro: "A pod runs here only if it tolerates each of them.",
    text: "One a line: key=value:effect",
    example: "club=only:NoSchedule",
    wrong: (line: string) => `${line} is not a taint, such as club=only:NoSchedule.`,
    noExecute: "NoExecute ends pods that do not tolerate it, at once.",
    submit: "Save taints",
    done: (node: string) => `The taints of ${node} are saved.`,
  },
  bulk: changesBulk,
  rollout: changesRollout,
  yaml: changesYaml,
};
