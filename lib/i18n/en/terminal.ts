import type { ShellEnd } from "@/lib/schemas/terminal";
import type { ShellChoice } from "@/lib/schemas/terminal";

/** Shells in containers and on hosts. */
export const terminal = {
  title: (what: string) => `Shell in ${what}`,
  hostTitle: (host: string) => `Shell on ${host}`,
  tab: "Shell",
  container: "Container",
  shell: "Shell",
  shells: { auto: "bash, else sh", sh: "sh", bash: "bash" } satisfies Record<ShellChoice, string>,
  facts: (namespace: string) =>
    `In ${namespace}, with your own rights in the cluster. Opening and closing are in the audit log, what you type is not.`,
  hostFacts: (asRoot: boolean) =>
    asRoot
      ? "As root. Opening and closing are in the audit log, what you type is not."
      : "As the panel’s user. Opening and closing are in the audit log, what you type is not.",
  asRoot: "As root",
  asUser: "As the panel’s user",
  as: "As whom",
  opening: "Opening…",
  live: "Connected",
  over: "Ended",
  away: "The panel is away. The shell goes on; it is shown again as soon as the panel answers.",
  reload: "A reload keeps it. Nobody typing for an hour ends it.",
  again: "Open again",
  end: "End",
  screen: (what: string) => `Terminal of ${what}`,
  keys: {
    label: "Keys",
    ctrl: "Ctrl",
    esc: "Esc",
    tab: "Tab",
    left: "Left",
    down: "Down",
    up: "Up",
    right: "Right",
  },
  noneTitle: "Choose a container",
  noneBody: "Open a pod and choose Shell.",
  ended: {
    exited: (code: number | null) =>
      code === null || code === 0
        ? "The shell has ended."
        : `The shell has ended with exit code ${code}.`,
    closed: () => "The shell was ended.",
    idle: () =>
      "The shell was ended: nobody typed for an hour, or no page showed it for 15 minutes.",
    "signed-out": () => "The shell was ended: you signed out, or may not have it any more.",
    lost: () => "The connection to the shell broke off.",
  } satisfies Record<ShellEnd["reason"], (code: number | null) => string>,
};
