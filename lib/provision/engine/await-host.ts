import { done, type Result } from "@/lib/core/result";
import type { Stage } from "./perform-action";

const ASK_EVERY_MS = 3_000;

/**
 * A step that reboots its host may find it away when an earlier run was killed in the middle: it waits for an answer
 * before it decides. Another host key ends the waiting, because no time mends it.
 */
export async function awaitHost({ node, deps, voice, polls }: Stage): Promise<Result<void>> {
  const { patienceMs } = node.step;
  if (patienceMs === undefined) return done;
  const { clock, signal } = deps;
  const untilMs = clock.nowMs() + patienceMs;
  for (;;) {
    const answer = await polls.ask(deps.hostFor(node.hostId), ["true"]);
    if (answer.ok) return done;
    const isFinal = answer.problem.code === "ssh.host-key-changed";
    if (isFinal || signal.aborted || clock.nowMs() >= untilMs) return answer;
    voice.progress(`${node.hostName} does not answer yet`);
    await clock.sleep(ASK_EVERY_MS, signal);
  }
}
