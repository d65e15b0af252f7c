import { plural } from "@/lib/format/plural";
import type { JobOutcome } from "@/lib/schemas/job-event";

const NUMBERS = ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

/** "lb", "lb and db", "lb, db and 7 more". */
function names(all: readonly string[]): string {
  if (all.length > 3) return `${all.slice(0, 2).join(", ")} and ${all.length - 2} more`;
  return [all.slice(0, -1).join(", "), all.at(-1)].filter(Boolean).join(" and ");
}

const are = (all: readonly string[]) => (all.length === 1 ? "is" : "are");

/** The first page. */
export const overview = {
  title: "Overview",
  nothingTitle: "Nothing to look after yet",
  nothingFacts:
    "Three steps from bare machines to a cluster. Nothing is touched before you have seen the plan.",
  steps: {
    hosts: {
      title: "Add hosts",
      body: "Type addresses or scan the network. Each host’s fingerprint is shown before its key is trusted.",
    },
    cluster: {
      title: "New cluster",
      body: "Choose a shape and give every host its role. An advisor checks memory, disks and quorum.",
    },
    plan: {
      title: "Read the plan, then start",
      body: "Every file and every command on every host. Watch it run live; a crash ends in the same state.",
    },
  },
  needs: (count: number) => {
    if (count === 0) return "Nothing needs you";
    if (count === 1) return "One thing needs you";
    return `${NUMBERS[count - 1] ?? count} things need you`;
  },
  facts: {
    nodes: (ready: number, total: number) => `${ready} of ${plural(total, "node")} Ready`,
    hosts: (reachable: number, total: number) =>
      `${reachable} of ${plural(total, "host")} reachable`,
    running: (count: number) => (count === 1 ? "1 job runs" : `${count} jobs run`),
  },
  stale: (ago: string) => `The panel does not answer. This is what it said ${ago}.`,
  wrong: "What is wrong",
  moreWrong: (count: number) => `Show ${count} more`,
  actions: {
    host: "Open host",
    hosts: "Open hosts",
    nodes: "Open nodes",
    health: "Open health",
    job: "Open job",
    site: "Open network",
    resume: "Resume",
    resumeFailed: "The job was not resumed",
  },
  trouble: {
    keyChanged: (hosts: readonly string[]) =>
      `${names(hosts)} ${hosts.length === 1 ? "shows" : "show"} another host key`,
    keyChangedBody: "Was it re-imaged? Compare the fingerprint; until then nothing is sent to it.",
    unreachable: (hosts: readonly string[]) =>
      `${names(hosts)} ${hosts.length === 1 ? "does" : "do"} not answer`,
    siteDrifted: (hosts: readonly string[]) =>
      `${hosts.length === 1 ? "The firewall rules" : "Firewall rules"} of ${names(hosts)} were changed by hand`,
    siteDriftedBody: (site: string) =>
      `What the kernel has is not what the panel kept there. See the Rules tab of ${site}; applying the policy again puts it right.`,
    siteDiffers: (site: string, count: number) =>
      `${plural(count, "probe")} in ${site} ${count === 1 ? "goes" : "go"} otherwise than the policy says`,
    siteDiffersBody: (example: { from: string; to: string; port: string; measured: string }) =>
      `${example.from} → ${example.to}, port ${example.port}, is ${example.measured}. Something else filters or forwards there; the matrix shows every cell.`,
    apiAway: (cluster: string) => `The API of ${cluster} does not answer`,
    nodesNotReady: (nodes: readonly string[], cluster: string, total: number) =>
      nodes.length > 3
        ? `${nodes.length} of ${plural(total, "node")} of ${cluster} are not Ready`
        : `${names(nodes)} ${are(nodes)} not Ready in ${cluster}`,
    nodesStrained: (nodes: readonly string[], cluster: string) =>
      `${names(nodes)} ${are(nodes)} under strain in ${cluster}`,
    jobStopped: {
      failed: (title: string) => `“${title}” failed`,
      interrupted: (title: string) => `“${title}” was interrupted`,
      cancelled: (title: string) => `“${title}” was cancelled`,
    } satisfies Record<Exclude<JobOutcome, "succeeded">, (title: string) => string>,
    jobStoppedBody: {
      failed: "The job’s log says why. Resume decides every step again and goes on.",
      interrupted: "The panel stopped in the middle. Resume looks at every host again and goes on.",
      cancelled: "Nothing was rolled back. Resume looks at every host again and goes on.",
    } satisfies Record<Exclude<JobOutcome, "succeeded">, string>,
    blocked: (hosts: readonly string[], finding: string) =>
      hosts.length === 1
        ? `${names(hosts)}: ${finding}`
        : `${plural(hosts.length, "host")} cannot do what they are for`,
    blockedBody: (hosts: readonly string[], finding: string, remedy: string) =>
      hosts.length === 1 ? remedy : `${names(hosts)}. The first one: ${finding}.`,
    certificateEnds: (cluster: string, days: number) =>
      days < 1
        ? `A certificate of ${cluster} ends today`
        : `A certificate of ${cluster} ends in ${plural(days, "day")}`,
    certificateEnded: (cluster: string) => `A certificate of ${cluster} has ended`,
    certificateBody: (host: string, date: string) =>
      `${host} shows it until ${date}. Restarting k3s on ${host} renews it.`,
    warned: (hosts: readonly string[], warnings: number) =>
      `${plural(warnings, "warning")} on ${hosts.length > 1 ? plural(hosts.length, "host") : names(hosts)}`,
    warnedBody: (hosts: readonly string[]) =>
      hosts.length > 1
        ? `${names(hosts)}. Nothing stops working because of them.`
        : "Nothing stops working because of them.",
  },
  clusters: {
    title: "Clusters",
    all: "All clusters",
    none: "No cluster yet",
    noneBody:
      "Choose a shape, give hosts their roles and read the plan. Nothing is touched before.",
    adopted: "adopted",
    members: (servers: number, agents: number) =>
      agents === 0
        ? plural(servers, "server")
        : `${plural(servers, "server")}, ${plural(agents, "agent")}`,
    nodesReady: (ready: number, total: number) => `${ready} of ${plural(total, "node")} Ready`,
    ready: (count: number) => `${count} Ready`,
    cordoned: (count: number) => `${count} cordoned`,
    away: "API away",
    notReady: (count: number) => `${count} not Ready`,
    reading: "Reading",
    unfinished: "Unfinished",
    continueDraft: "Continue",
    watch: "Watch the job",
  },
  jobs: {
    title: "Jobs",
    all: "All jobs",
    none: "Nothing has run yet. Whatever changes a host or a cluster appears here.",
    steps: (done: number, total: number) => `${done} of ${plural(total, "step")}`,
    done: (count: number) => `${count} done`,
    now: (count: number) => `${count} running`,
    failed: (count: number) => `${count} failed`,
    rest: (count: number) => `${count} waiting`,
    by: (who: string) => `by ${who}`,
  },
  hosts: {
    title: "Hosts",
    all: "All hosts",
    none: "No host yet",
    noneBody: "Type addresses or scan the network.",
    free: "free",
    problems: (count: number) => plural(count, "problem"),
    warnings: (count: number) => plural(count, "warning"),
    more: (count: number, reachable: boolean) =>
      reachable ? `${count} more, all reachable` : `${count} more`,
  },
};
