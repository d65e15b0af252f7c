import type { Problem } from "@/lib/core/problem";
import { done, fail, type Result } from "@/lib/core/result";
import type { Action, WaitState } from "@/lib/provision/step";
import type { Stage } from "./perform-action";
import { createWaitJournal } from "./wait-journal";

type WaitAction = Extract<Action, { kind: "wait" }>;

/** After this long a wait shows the journal of what it waits for. Source: PAINS 3. */
const JOURNAL_AFTER_MS = 20_000;
/** An unanswered question during a wait (the service may be restarting) is asked again this often. */
const MAX_SILENT_ASKS = 10;

/** Asks until the answer is "done" or "failed", or time is up; says what it is waiting for. */
export async function waitUntil(action: WaitAction, stage: Stage): Promise<Result<void>> {
  const { clock, signal } = stage.deps;
  const startedMs = clock.nowMs();
  const journal = createWaitJournal(action.journalUnit, stage);
  let silent = 0;
  let last = "";
  stage.voice.say(`wait until ${action.what}`);
  try {
    while (!signal.aborted) {
      const answer = await askOnce(action, stage);
      silent = answer.ok ? 0 : silent + 1;
      if (!answer.ok && isFinal(answer.problem, action, silent)) return answer;
      if (answer.ok && answer.value.state === "done") return done;
      if (answer.ok && answer.value.state === "failed") {
        await journal.read();
        return ended(stage, answer.value.note);
      }
      last = show(answer, action, stage) ?? last;
      const waitedMs = clock.nowMs() - startedMs;
      if (waitedMs >= action.timeoutMs) return timedOut(action, stage, last);
      if (waitedMs >= JOURNAL_AFTER_MS) journal.follow();
      await clock.sleep(action.everyMs, signal);
    }
    return cancelled(action, stage);
  } finally {
    journal.close();
  }
}

/** A host that is expected to be away may be silent as long as it likes; but not come back as another. */
const isFinal = (problem: Problem, action: WaitAction, silent: number): boolean =>
  action.away === undefined
    ? silent >= MAX_SILENT_ASKS
    : problem.code === "ssh.host-key-changed" || problem.code === "object.not-found";

/** Shows how far it is; answers what to name if the wait ends in vain. */
function show(answer: Result<WaitState>, action: WaitAction, { voice }: Stage): string | null {
  if (answer.ok) {
    voice.progress(answer.value.note);
    return answer.value.note;
  }
  if (action.away === undefined) return null;
  voice.progress(action.away.note);
  return answer.problem.detail;
}

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
