import { PROMPT_END } from "@/lib/console/start-file";
import type { Backend, BackendEnd, BackendEvents } from "@/server/terminals/backend";

/** sudo, systemd and bash on a busy Pi take seconds. */
const START_MS = 30_000;
/** What is kept of the words before the start, for the problem. */
const TAIL_BYTES = 2_048;

/** What is handed over, and when. */
export interface Greeting {
  /** The console says this when it is ready to take its start file. */
  readonly mark: string;
  readonly startFile: string;
  /** Typed at its first prompt, not run. */
  readonly typed: string;
}

type Terminal = Backend;

/** "started", or the last words of what did not. */
export type Started = { readonly ok: true } | { readonly ok: false; readonly tail: string };

/**
 * Stands between a console's terminal and whoever watches: hands over the start file, unseen, and types the first words for
 * somebody once the prompt is there. Before that nothing is shown: it would be sudo's and systemd's talk.
 */
export class GreetedTerminal implements BackendEvents {
  readonly started: Promise<Started>;
  readonly #greeting: Greeting;
  readonly #watcher: BackendEvents;
  readonly #timer: NodeJS.Timeout;
  readonly #settle: (started: Started) => void;
  #terminal: Terminal | null = null;
  #state: "starting" | "greeting" | "open" | "over" = "starting";
  #said = "";

  constructor(greeting: Greeting, watcher: BackendEvents) {
    const { promise, resolve } = Promise.withResolvers<Started>();
    this.started = promise;
    this.#settle = resolve;
    this.#greeting = greeting;
    this.#watcher = watcher;
    this.#timer = setTimeout(() => this.#fail(), START_MS).unref();
  }

  /** The terminal may have said its first words before anybody held it. */
  use(terminal: Terminal): void {
    this.#terminal = terminal;
    if (this.#said !== "") this.#read("");
  }

  data(chunk: Buffer): void {
    if (this.#state === "open") return this.#watcher.data(chunk);
    if (this.#state === "greeting") this.#watcher.data(chunk);
    this.#read(chunk.toString("latin1"));
  }

  end(end: BackendEnd): void {
    if (this.#state === "starting") return this.#fail();
    this.#state = "over";
    this.#watcher.end(end);
  }

  #read(text: string): void {
    this.#said = (this.#said + text).slice(-TAIL_BYTES);
    const terminal = this.#terminal;
    if (terminal === null) return;
    if (this.#state === "starting" && this.#said.includes(this.#greeting.mark)) {
      clearTimeout(this.#timer);
      this.#state = "greeting";
      this.#said = "";
      terminal.write(this.#greeting.startFile);
      this.#settle({ ok: true });
    } else if (this.#state === "greeting" && this.#said.includes(PROMPT_END)) {
      this.#state = "open";
      if (this.#greeting.typed !== "") terminal.write(this.#greeting.typed);
    }
  }

  #fail(): void {
    clearTimeout(this.#timer);
    if (this.#state !== "starting") return;
    this.#state = "over";
    this.#terminal?.close();
    this.#settle({ ok: false, tail: this.#said });
  }
}
