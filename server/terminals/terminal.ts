import { randomUUID } from "node:crypto";
import type { Clock } from "@/lib/core/clock";
import type { ShellEnd } from "@/lib/schemas/terminal";
import type { Permission } from "@/lib/schemas/session";
import type { Backend, BackendEnd, BackendEvents } from "./backend";
import { createOutletQueue, type OutletQueue, type TerminalOutlet } from "./outlet";
import { createScrollback } from "./scrollback";

/** Nobody typed for this long: */
const IDLE_MS = 60 * 60_000;
/** or no page shows it, since this long. */
const DETACHED_MS = 15 * 60_000;

/** What is known of a terminal before it runs. */
export interface TerminalFacts {
  readonly kind: "container" | "host" | "console";
  readonly title: string;
  readonly permission: Permission;
  readonly userId: string;
  /** Of the session that opened it: it ends with that. */
  readonly sessionHash: string;
}

/** A program with a terminal that outlives the page that shows it. */
export class Terminal implements BackendEvents {
  readonly id = randomUUID();
  readonly facts: TerminalFacts;
  readonly openedAtMs: number;
  readonly #clock: Clock;
  readonly #onEnd: (end: Omit<ShellEnd, "id">) => void;
  readonly #scrollback = createScrollback();
  readonly #outlets = new Map<TerminalOutlet, OutletQueue>();
  #backend: Backend | null = null;
  #isPaused = false;
  #usedAtMs: number;
  #detachedAtMs: number;
  #end: Omit<ShellEnd, "id"> | null = null;
  #endReason: ShellEnd["reason"] = "exited";

  constructor(facts: TerminalFacts, clock: Clock, onEnd: (end: Omit<ShellEnd, "id">) => void) {
    this.facts = facts;
    this.#clock = clock;
    this.#onEnd = onEnd;
    this.openedAtMs = clock.nowMs();
    this.#usedAtMs = this.openedAtMs;
    this.#detachedAtMs = this.openedAtMs;
  }

  start(backend: Backend): void {
    this.#backend = backend;
    if (this.isOver) backend.close(); // its owner signed out while it was opened
  }

  get isOver(): boolean {
    return this.#end !== null;
  }

  /** Shows it on a page; answers the function that stops that. */
  attach(outlet: TerminalOutlet): () => void {
    const queue = createOutletQueue(outlet, () => this.#resumeIfTaken());
    const before = this.#scrollback.text();
    if (before.length > 0) queue.push(before);
    const ended = this.#end;
    if (ended !== null) {
      setImmediate(() => outlet.end(ended)); // after its last output
      return () => {};
    }
    this.#outlets.set(outlet, queue);
    return () => {
      this.#outlets.delete(outlet);
      this.#detachedAtMs = this.#clock.nowMs();
      this.#resumeIfTaken();
    };
  }

  write(text: string): void {
    this.#usedAtMs = this.#clock.nowMs();
    this.#backend?.write(text);
  }

  resize(cols: number, rows: number): void {
    this.#backend?.resize(cols, rows);
  }

  /** Nobody types into it, or looks at it, for too long. */
  get isOverdue(): boolean {
    const nowMs = this.#clock.nowMs();
    const isForgotten = this.#outlets.size === 0 && nowMs - this.#detachedAtMs > DETACHED_MS;
    return isForgotten || nowMs - this.#usedAtMs > IDLE_MS;
  }

  close(reason: ShellEnd["reason"]): void {
    this.#endReason = reason;
    this.#backend?.close();
    this.#finish({ exitCode: null, reason, problem: null });
  }

  data(chunk: Buffer): void {
    this.#scrollback.push(chunk);
    for (const queue of this.#outlets.values()) queue.push(chunk);
    if (this.#isPaused || ![...this.#outlets.values()].some(({ isFull }) => isFull)) return;
    this.#isPaused = true;
    this.#backend?.pause();
  }

  end({ exitCode, problem }: BackendEnd): void {
    const reason = exitCode === null ? "lost" : this.#endReason;
    this.#finish({ exitCode, reason, problem });
  }

  #resumeIfTaken(): void {
    if (!this.#isPaused || [...this.#outlets.values()].some(({ isFull }) => isFull)) return;
    this.#isPaused = false;
    this.#backend?.resume();
  }

  #finish(end: Omit<ShellEnd, "id">): void {
    if (this.#end !== null) return;
    this.#end = end;
    for (const outlet of this.#outlets.keys()) setImmediate(() => outlet.end(end)); // after its last output
    this.#outlets.clear();
    this.#onEnd(end);
  }
}
