import { fail } from "@/lib/core/result";
import { ask } from "@/lib/provision/fact";
import { type SshdState, sshdState } from "@/lib/provision/facts/sshd-state";
import { type Action, changeWithRestart, defineStep, inSync } from "@/lib/provision/step";
import {
  readSshdDropIn,
  SSHD_CONFIG,
  SSHD_DROP_IN,
  type SshdChoice,
  sshdConfigFor,
  sshdDropIn,
} from "@/lib/render/sshd/drop-in";
import { trialActions } from "./trial-actions";

export interface SshdInput {
  readonly hostName: string;
  /** Left out: where it listens now. */
  readonly port?: number | undefined;
  readonly keyOnly?: true | undefined;
}

/** Moves sshd to its port and lets keys in only. On trial: kept once the panel has logged in anew, with its key. */
export const sshdStep = defineStep({
  id: "host.sshd",
  typicalMs: 5_000,
  label: (_: SshdInput) => "sshd",
  title: ({ port, keyOnly }: SshdInput) =>
    [
      ...(port === undefined ? [] : [`Let sshd listen on port ${port}`]),
      ...(keyOnly === undefined ? [] : ["Let nobody in with a password"]),
    ].join("; "),
  why: () =>
    "It is on trial: the panel logs in anew with its key, and unless that works within 90 s the host brings the old setting back by itself, also after a power cut.",
  needs: (_: SshdInput) => ({ sshd: ask(sshdState, {}) }),
  decide: (input, { sshd }) => {
    const before = readSshdDropIn(sshd.dropIn);
    const choice = {
      port: input.port ?? before.port,
      keyOnly: input.keyOnly ?? before.keyOnly,
    };
    if (sshd.config === null) return unsuitable(`There is no ${SSHD_CONFIG}.`);
    if (choice.port !== null && sshd.otherPorts.length > 0)
      return unsuitable(`${sshd.otherPorts.join(", ")} names a port too.`);
    const writes = writesOf(choice, sshd, sshd.config);
    if (writes.length === 0 && asWanted(choice, sshd)) return inSync(noteOf(choice));
    const { port } = choice;
    return changeWithRestart(
      summaryOf(choice, sshd),
      ["ssh"],
      ...trialActions({
        kind: "ssh",
        device: "-",
        writes,
        place: port === null ? {} : { port },
        what: `${input.hostName} lets the panel in anew${port === null ? "" : ` on port ${port}`}`,
      }),
    );
  },
});

const asWanted = ({ port, keyOnly }: SshdChoice, { ports, passwords }: SshdState) =>
  (port === null || ports.length === 0 || (ports.length === 1 && ports[0] === port)) &&
  (!keyOnly || passwords !== true);

function writesOf(choice: SshdChoice, { dropIn }: SshdState, config: string) {
  const files = [
    { path: SSHD_DROP_IN, previous: dropIn, content: sshdDropIn(choice) },
    { path: SSHD_CONFIG, previous: config, content: sshdConfigFor(config, choice) },
  ];
  return files
    .filter(({ previous, content }) => previous !== content)
    .map(({ path, previous, content }): Extract<Action, { kind: "write-file" }> => ({
      kind: "write-file",
      previous,
      file: { path, content, mode: 0o644, owner: "root:root" },
    }));
}

const noteOf = ({ port, keyOnly }: SshdChoice) =>
  [
    ...(port === null ? [] : [`listens on port ${port}`]),
    ...(keyOnly ? ["lets keys in only"] : []),
  ].join(", ");

function summaryOf({ port, keyOnly }: SshdChoice, { ports, passwords }: SshdState): string {
  const moves = port !== null && !(ports.length === 1 && ports[0] === port);
  const what = [
    ...(moves ? [`port ${ports.join(", ") || "unknown"} → ${port}`] : []),
    ...(keyOnly && passwords !== false ? ["no login with a password"] : []),
  ];
  return `sshd: ${what.join("; ") || "write its settings again"}`;
}

const unsuitable = (detail: string) =>
  fail({
    code: "host.unsuitable" as const,
    detail,
    remedies: ["Look at sshd's files on the host and settle it there, then make the plan again."],
  });
