import { connection } from "@/components/hooks/live-socket";
import type { Screen } from "@/components/terminal/terminal-view";
import type { Problem } from "@/lib/core/problem";
import type { OpenedShell, ShellData, ShellEnd } from "@/lib/schemas/terminal";

/** What is opened when there is no terminal to come back to. */
export interface ShellOpening {
  readonly event: "shell.open" | "shell.open-host" | "console.open";
  readonly input: Readonly<Record<string, unknown>>;
}

/** What the page shows around the screen. */
export interface ShellState {
  readonly id: string | null;
  readonly end: Omit<ShellEnd, "id"> | null;
  /** Why it could not be opened. */
  readonly problem: Problem | null;
}

type Answer = { readonly ok: true; readonly value: OpenedShell } | { readonly problem: Problem };

/** A long paste goes in pieces that the socket takes. */
const PIECE_LENGTH = 4000;

/** One terminal of the panel, shown on one screen, through reconnects. */
export class ShellSession {
  readonly #opening: ShellOpening;
  readonly #onState: (state: ShellState) => void;
  readonly #socket = connection();
  #screen: Screen | null = null;
  #id: string | null;

  constructor(
    opening: ShellOpening,
    /** A terminal to come back to. */
    id: string | null,
    onState: (state: ShellState) => void,
  ) {
    this.#opening = opening;
    this.#id = id;
    this.#onState = onState;
  }

  /** Begins to draw; answers the function that stops, while the program goes on. */
  show(screen: Screen): () => void {
    this.#screen = screen;
    let isOver = false;
    const onData = ({ id, data }: ShellData, done: () => void) => {
      if (id === this.#id) screen.write(new Uint8Array(data), done);
    };
    const onEnd = ({ id, ...end }: ShellEnd) => {
      if (id === this.#id) this.#onState({ id: null, end, problem: null });
    };
    const onConnect = () => void this.#attach();
    void this.#socket.then((live) => {
      if (isOver) return;
      live.on("shell.data", onData);
      live.on("shell.end", onEnd);
      live.on("connect", onConnect);
      if (live.connected) onConnect();
    });
    return () => {
      isOver = true;
      void this.#socket.then((live) => {
        live.off("shell.data", onData);
        live.off("shell.end", onEnd);
        live.off("connect", onConnect);
      });
    };
  }

  type(text: string): void {
    for (let at = 0; at < text.length; at += PIECE_LENGTH)
      this.#send("shell.input", { text: text.slice(at, at + PIECE_LENGTH) });
  }

  resize(cols: number, rows: number): void {
    this.#send("shell.resize", { cols, rows });
  }

  close(): void {
    this.#send("shell.close", {});
  }

  #send(event: string, input: object): void {
    const id = this.#id;
    if (id !== null) void this.#socket.then((live) => live.emit(event, { id, ...input }));
  }

  async #attach(): Promise<void> {
    const screen = this.#screen;
    if (screen === null) return;
    const { cols, rows } = screen;
    const live = await this.#socket;
    if (this.#id !== null) {
      screen.clear(); // what was said last comes again
      const back = (await live.emitWithAck("shell.attach", { id: this.#id, cols, rows })) as Answer;
      if (!("problem" in back)) return this.#opened(back.value.id);
      this.#id = null;
    }
    const { event, input } = this.#opening;
    const answer = (await live.emitWithAck(event, { ...input, cols, rows })) as Answer;
    if ("problem" in answer) this.#onState({ id: null, end: null, problem: answer.problem });
    else this.#opened(answer.value.id);
  }

  #opened(id: string): void {
    this.#id = id;
    this.#onState({ id, end: null, problem: null });
  }
}
