import type { Problem } from "@/lib/core/problem";
import { done, fail, type Result } from "@/lib/core/result";
import type { Action, WaitState } from "@/lib/provision/step";
import type { Stage } from "./perform-action";

type WaitAction = Extract<Action, { kind: "wait" }>;

/** After this long a wait shows the journal of what it waits for. Source: PAINS 3. */
const JOURNAL_AFTER_MS = 20_000;
/** An unanswered question during a wait (the service may be restarting) is asked again this often. */
const MAX_SILENT_ASKS = 10;

const JOURNAL = ["journalctl", "--no-pager", "--output=short-iso", "--lines=60"] as const;

/** Asks until the answer is "done" or "failed", or time is up; says what it is waiting for. */
export async function waitUntil(action: WaitAction, stage: Stage): Promise<Result<void>> {
  const { clock, signal } = stage.deps;
  const startedMs = clock.nowMs();
  const journal = new AbortController();
  let streaming = false;
  let silent = 0;
  let last = "";
  stage.voice.say(`wait until ${action.what}`);
  try {
    while (!signal.aborted) {
      const answer = await askOnce(action, stage);
      silent = answer.ok ? 0 : silent + 1;
      if (!answer.ok && isFinal(answer.problem, action, silent)) return answer;
      if (!answer.ok && action.away !== undefined) {
        last = answer.problem.detail;
        stage.voice.progress(action.away.note);
      }
      if (answer.ok) {
        last = answer.value.note;
        if (answer.value.state === "done") return done;
        if (answer.value.state === "failed") {
          if (!streaming) await readJournal(action, stage);
          return ended(stage, last);
        }
        stage.voice.progress(last);
      }
      const waitedMs = clock.nowMs() - startedMs;
      if (waitedMs >= action.timeoutMs) return timedOut(action, stage, last);
      if (!streaming && waitedMs >= JOURNAL_AFTER_MS) {
        streaming = true;
        streamJournal(action, stage, journal.signal);
      }
      await clock.sleep(action.everyMs, signal);
    }
    return cancelled(action, stage);
  } finally {
    journal.abort();
  }
}

/** A host that is expected to be away may be silent as long as it likes; but not come back as another. */
const isFinal = (problem: Problem, action: WaitAction, silent: number): boolean =>
  action.away === undefined
    ? silent >= MAX_SILENT_ASKS
    : problem.code === "ssh.host-key-changed" || problem.code === "object.not-found";

async function askOnce(action: WaitAction, stage: Stage): Promise<Result<WaitState>> {
  const { node, deps, polls } = stage;
  const { fact, args, on } = action.until;
  const host = deps.hostFor(on ?? node.hostId);
  const output = await polls.ask(host, fact.command(args as never));
  if (!output.ok) return output;
  const first = output.value[0];
  if (first === undefined) throw new Error(`no output for fact ${fact.id}`);
  return fact.parse(first, args as never);
}

function streamJournal(action: WaitAction, stage: Stage, signal: AbortSignal): void {
  if (action.journalUnit === undefined) return;
  stage.voice.say(`still waiting; the journal of ${action.journalUnit} follows`);
  const host = stage.deps.hostFor(stage.node.hostId);
  const argv = [...JOURNAL, "--follow", `--unit=${action.journalUnit}`] as const;
  host.follow(argv, stage.voice.heard, signal);
}

/** The reason of a failure that came before the journal was streamed. */
async function readJournal(action: WaitAction, stage: Stage): Promise<void> {
  if (action.journalUnit === undefined) return;
  const host = stage.deps.hostFor(stage.node.hostId);
  const output = await host.ask([[...JOURNAL, `--unit=${action.journalUnit}`]], {
    timeoutMs: 15_000,
  });
  const text = output.ok ? (output.value[0]?.stdout ?? "") : "";
  for (const line of text.split("\n")) if (line !== "") stage.voice.heard("stdout", line);
}

const ended = (stage: Stage, note: string): Result<void> =>
  fail({
    code: "step.not-converged",
    detail: `${stage.node.hostName} will not get there by waiting: ${note}.`,
    remedies: [`Read the log of this step, mend the cause, then Resume.`],
    hostId: stage.node.hostId,
  });

const timedOut = (action: WaitAction, stage: Stage, note: string): Result<void> =>
  fail({
    code: "step.wait-timeout",
    detail: `${stage.node.hostName}: waited ${Math.round(action.timeoutMs / 1000)} s until ${action.what}, in vain. Last seen: ${note || "no answer"}.`,
    remedies: [
      ...(action.away?.remedies ?? []),
      "Read the log of this step; if the host is only slow, Resume goes on waiting.",
    ],
    hostId: stage.node.hostId,
  });

const cancelled = (action: WaitAction, stage: Stage): Result<void> =>
  fail({
    code: "step.not-converged",
    detail: `Cancelled while ${stage.node.hostName} was waiting until ${action.what}.`,
    remedies: ["Resume goes on from here."],
    hostId: stage.node.hostId,
  });
