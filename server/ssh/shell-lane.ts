import { ok, type Result } from "@/lib/core/result";
import type { RootShell } from "./root-shell";

/**
 * Shells for one kind of work: opened when first needed, at most `limit`, reused, first come first served.
 * A closed shell is forgotten and replaced by the next request.
 */
export class ShellLane {
  readonly #limit: number;
  readonly #open: () => Promise<Result<RootShell>>;
  readonly #idle: RootShell[] = [];
  readonly #waiting: (() => void)[] = [];
  #count = 0;

  constructor(limit: number, open: () => Promise<Result<RootShell>>) {
    this.#limit = limit;
    this.#open = open;
  }

  /** Gives the lane a shell that was opened elsewhere. */
  adopt(shell: RootShell): void {
    this.#count++;
    this.#give(shell);
  }

  /** Runs `work` with a shell of its own. */
  async use<T>(work: (shell: RootShell) => Promise<T>): Promise<Result<T>> {
    while (this.#idle.length === 0 && this.#count >= this.#limit)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const shell = await this.#take();
    if (!shell.ok) return shell;
    try {
      return ok(await work(shell.value));
    } finally {
      this.#give(shell.value);
    }
  }

  async #take(): Promise<Result<RootShell>> {
    for (let shell = this.#idle.pop(); shell; shell = this.#idle.pop()) {
      if (shell.isOpen) return ok(shell);
      this.#count--;
    }
    this.#count++;
    const opened = await this.#open();
    if (!opened.ok) {
      this.#count--;
      this.#waiting.shift()?.();
    }
    return opened;
  }

  #give(shell: RootShell): void {
    if (shell.isOpen) this.#idle.push(shell);
    else this.#count--;
    this.#waiting.shift()?.();
  }
}
