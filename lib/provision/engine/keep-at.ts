import type { Evidence, Problem } from "@/lib/core/problem";
import { done, fail, type Result } from "@/lib/core/result";
import { TRIAL_LOG } from "@/lib/render/trial/paths";
import type { Action } from "@/lib/provision/step";
import { toLog } from "@/lib/shell/argv";
import type { Stage } from "./perform-action";

type KeepAction = Extract<Action, { kind: "keep-at" }>;

const TRY_EVERY_MS = 1_500;
/** Of one try: the command itself takes no time. */
const TRY_TIMEOUT_MS = 15_000;
/** Lines of the host's own account of a trial. */
const LOG_LINES = 12;

/**
 * Reaches the host where the change leads, and keeps it there. When that does not succeed in time, nothing is done: the
 * host brings the old setting back by itself, and this waits to see it answer where it was.
 */
export async function keepAt(action: KeepAction, stage: Stage): Promise<Result<void>> {
  const { clock, signal } = stage.deps;
  const host = stage.deps.hostFor(stage.node.hostId);
  const untilMs = clock.nowMs() + action.timeoutMs;
  stage.voice.say(`wait until ${action.what}`);
  for (;;) {
    const kept = await host.keepAt(action.place, action.argv, { timeoutMs: TRY_TIMEOUT_MS });
    if (kept.ok && kept.value.exitCode === 0) return done;
    const why = kept.ok ? `${kept.value.stdout}${kept.value.stderr}`.trim() : kept.problem.detail;
    stage.voice.progress(why);
    const isFinal = kept.ok || kept.problem.code === "ssh.host-key-changed";
    if (isFinal || signal.aborted || clock.nowMs() >= untilMs) return returned(action, stage, why);
    await clock.sleep(TRY_EVERY_MS, signal);
  }
}

/** Sees the host answer where it was before, and brings its account of what happened. */
async function returned(action: KeepAction, stage: Stage, why: string): Promise<Result<void>> {
  const { deps, node, voice } = stage;
  const host = deps.hostFor(node.hostId);
  const argv = ["tail", "-n", String(LOG_LINES), TRIAL_LOG] as const;
  const untilMs = deps.clock.nowMs() + action.timeoutMs + action.returnsMs;
  voice.say(`not kept: ${node.hostName} brings the old setting back by itself`);
  while (!deps.abandoned.aborted && deps.clock.nowMs() < untilMs) {
    const answer = await host.ask([argv, ["test", "!", "-e", action.pending]], {
      timeoutMs: TRY_TIMEOUT_MS,
    });
    const [log, isOver] = answer.ok ? answer.value : [];
    if (log !== undefined && isOver?.exitCode === 0)
      return fail(
        notKept(action, stage, {
          why,
          evidence: { command: toLog(argv), exitCode: 0, tail: log.stdout.trim().split("\n") },
        }),
      );
    voice.progress(`${node.hostName} has not come back yet`);
    await deps.clock.sleep(TRY_EVERY_MS, deps.abandoned);
  }
  return fail(stillAway(action, stage, why));
}

interface NotKept {
  readonly why: string;
  readonly evidence: Evidence;
}

const notKept = ({ what }: KeepAction, { node }: Stage, { why, evidence }: NotKept): Problem => ({
  code: "host.returned",
  detail: `The change was not kept, because it was not so that ${what}: ${why} ${node.hostName} has its old setting back and answers as before.`,
  remedies: [
    "Compare address, gateway, network and port with what your router says, then change the settings again.",
    "If a firewall stands between the panel and the host, open the new port first.",
  ],
  hostId: node.hostId,
  evidence,
});

const stillAway = ({ what }: KeepAction, { node }: Stage, why: string): Problem => ({
  code: "ssh.unreachable",
  detail: `${node.hostName} answers neither in the new way nor as before. Wanted: ${what}. Last seen: ${why}`,
  remedies: [
    `Switch ${node.hostName} off and on: at its start it brings the old setting back.`,
    "Then Resume tries again.",
  ],
  hostId: node.hostId,
});
