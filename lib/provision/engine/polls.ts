import type { Result } from "@/lib/core/result";
import type { CommandOutput, HostTransport } from "@/lib/provision/host";
import { type Argv, toShell } from "@/lib/shell/argv";

/** Longest a question of a wait may take before it counts as unanswered. */
const TIMEOUT_MS = 15_000;

type Answer = Promise<Result<readonly CommandOutput[]>>;

/**
 * Questions of waits, each asked once at a time: several nodes wait for the same list of a server, and on a
 * small host every kubectl costs a second of its processor.
 */
export class Polls {
  readonly #open = new Map<string, Answer>();

  /** Asks, or joins whoever has just asked the same. */
  ask(host: HostTransport, command: Argv): Answer {
    const key = `${host.hostId}\n${toShell(command)}`;
    const open = this.#open.get(key);
    if (open !== undefined) return open;
    const answer = host
      .ask([command], { timeoutMs: TIMEOUT_MS })
      .finally(() => this.#open.delete(key));
    this.#open.set(key, answer);
    return answer;
  }
}
