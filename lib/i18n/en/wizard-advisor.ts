import type { AdviceFacts, AdviceRule } from "@/lib/advisor/advice";
import type { Effect, Verdict } from "@/lib/advisor/switched-off";
import type { Role } from "@/lib/schemas/role";

/** A finding of the advisor in words: what it is, why it matters, and the label of its fix. */
interface AdviceWords {
  readonly title: string;
  readonly body: string;
  readonly fix?: string;
  /** Where a limit comes from: "Why 1.6 GiB?" and its answer. */
  readonly why?: { readonly question: string; readonly answer: string };
}

/** Writes an amount of bytes in the viewer's language. */
type Bytes = (bytes: number) => string;

type WordsOf = {
  readonly [Rule in AdviceRule]: (facts: AdviceFacts[Rule], bytes: Bytes) => AdviceWords;
};

const A_ROLE: Record<Role, string> = {
  "load-balancer": "a load balancer",
  datastore: "a database",
  server: "a server",
  agent: "an agent",
};

const names = (hosts: readonly { readonly name: string }[]) =>
  hosts.map((host) => host.name).join(", ");

const advice: WordsOf = {
  "role-memory": ({ host, role, needBytes, better }, bytes) => ({
    title: `${host.name} is too small for ${A_ROLE[role]}`,
    body:
      `It has ${bytes(host.memoryBytes ?? 0)}; ${A_ROLE[role]} needs ${bytes(needBytes)}` +
      (role === "server" ? ", and one with less keeps restarting." : ".") +
      (better ? ` ${better.name} has ${bytes(better.memoryBytes ?? 0)}.` : ""),
    ...(better ? { fix: "Swap them" } : {}),
    why: {
      question: `Why ${bytes(needBytes)}?`,
      answer:
        role === "server" || role === "agent"
          ? "K3s measured it on a Raspberry Pi 4B, before any pod of yours runs (“Resource profiling”)."
          : "Room for the system, the daemon and its buffers before anybody connects.",
    },
  }),
  "server-tight": ({ host }, bytes) => ({
    title: `${host.name} is tight for a server`,
    body: `It has ${bytes(host.memoryBytes ?? 0)}; k3s asks for 2 GB. It runs, with little left for anything else.`,
  }),
  "role-missing": ({ role, candidate }) => ({
    title: `No host is ${A_ROLE[role]}`,
    body: {
      "load-balancer": "Servers, agents and visitors need one address that stays the same.",
      datastore: "The servers keep the cluster’s state in it.",
      server: "Without one there is no cluster.",
      agent: "Without one nothing of yours runs.",
    }[role],
    ...(candidate ? { fix: `Use ${candidate.name}` } : {}),
  }),
  "role-crowded": ({ role, keep, others }) => ({
    title: `More than one host is ${A_ROLE[role]}`,
    body: `One is used: ${keep.name}. ${names(others)} would stand idle.`,
    fix: others.length === 1 ? `Make ${names(others)} an agent` : "Make the others agents",
  }),
  "servers-need-database": ({ count }) => ({
    title: `${count} servers need a database of their own`,
    body: "A single server keeps its state in a file. Two or more share a database on another host.",
    fix: "Use an external database",
  }),
  "one-server": ({ server, candidate }) => ({
    title: "One server is not highly available",
    body: `When ${server.name} is off, the API stops; pods go on where they are.`,
    ...(candidate ? { fix: `Make ${candidate.name} a server too` } : {}),
  }),
  "no-agents": ({ servers }) => ({
    title: "Nothing would run your pods",
    body: `${servers === 1 ? "The server keeps" : "The servers keep"} ordinary pods off, and there is no agent. Traefik waits for one too.`,
    fix: servers === 1 ? "Let the server run pods" : "Let the servers run pods",
  }),
  "same-machine": ({ hosts: [first, second] }) => ({
    title: `${first.name} and ${second.name} are one machine`,
    body: "Both show the same machine id: two addresses of one machine, or a copied image. Both roles would fall together.",
    fix: `Leave ${second.name} out`,
  }),
  "state-on-sd": ({ host, role, better }) => ({
    title: `${host.name} keeps the state on an SD card`,
    body:
      `${role === "datastore" ? "The database" : "The server"} writes all day; cards are slow at that and wear out.` +
      (better ? ` ${better.name} has a disk that lasts.` : " Use a USB SSD if you can."),
    ...(better ? { fix: "Swap them" } : {}),
  }),
  "servers-on-sd": ({ servers, database }) => ({
    title:
      servers.length === 1 ? `${names(servers)} runs from an SD card` : "SD cards on the servers",
    body: `Fine here: the state lives on ${database.name}. Logs and images still wear the card.`,
  }),
};

const effects: Record<Effect, string> = {
  nothing: "Nothing you notice",
  "pods-move": "Its pods move in about 5 min",
  "pods-move-to-servers": "Its pods move to the servers in about 5 min",
  "api-stops": "API stops; pods and sites go on",
  "api-and-sites-down": "API unreachable, sites down",
  "sites-down": "Sites down until it is back",
  "all-down": "Everything is down",
};

const verdicts: Record<Verdict, string> = { fine: "Fine", degraded: "Degraded", down: "Down" };

/** The advisor beside the roles. */
export const wizardAdvisor = {
  title: "Advisor",
  toSolve: (count: number) => `${count} to solve`,
  fine: "Nothing to solve",
  keep: "Keep anyway",
  kept: "Kept on purpose",
  unkeep: "Undo",
  quiet: "Memory, disks and counts fit their roles.",
  words: advice,
  offTitle: "If this is switched off",
  one: {
    "load-balancer": "one balancer",
    datastore: "one database",
    server: "one server",
    agent: "one agent",
  } satisfies Record<Role, string>,
  effects,
  verdicts,
};
