import { connection } from "@/components/hooks/live-socket";
import { createLogBook, type BookLine } from "@/lib/kube-logs/log-book";
import type { Problem } from "@/lib/core/problem";
import type { LogFrame, LogOpenInput, LogState, LogStateEvent } from "@/lib/schemas/kube-log";

/** Lines that this page keeps; older ones make room. */
export const MOST_LINES = 50_000;
/** Lines come faster than anybody reads; ten pictures a second are live enough. */
const DRAW_EVERY_MS = 100;

/** Which containers, and from where on. */
export type WantedLog = Omit<LogOpenInput, "stream" | "resume">;

/** Everything a page shows of its logs. */
export interface LogPicture {
  readonly lines: readonly BookLine[];
  /** By the index of the wanted log. */
  readonly states: readonly LogState[];
  readonly missed: number;
  /** Why a log could not be opened at all. */
  readonly problem: Problem | null;
}

type Answer = { readonly ok: true } | { readonly problem: Problem };

interface Received {
  epoch: string;
  nextSeq: number;
}

let readers = 0;

/** Follows several logs over the panel's socket, through reconnects, outside React's state. */
export class LogReader {
  readonly #wanted: readonly WantedLog[];
  readonly #book = createLogBook(MOST_LINES);
  readonly #received: (Received | null)[];
  readonly #states: LogState[];
  readonly #name = `${++readers}-`;
  readonly #listeners = new Set<() => void>();
  #missed = 0;
  #problem: Problem | null = null;
  #picture: LogPicture;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(wanted: readonly WantedLog[]) {
    this.#wanted = wanted;
    this.#received = wanted.map(() => null);
    this.#states = wanted.map(() => ({ state: "opening" }));
    this.#picture = { lines: [], states: [...this.#states], missed: 0, problem: null };
  }

  picture = (): LogPicture => this.#picture;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Opens all of them; answers the function that closes them. */
  open(): () => void {
    let isOver = false;
    const socket = connection();
    const onFrame = (frame: LogFrame, done: () => void) => {
      this.#take(frame);
      done();
    };
    const onState = ({ stream, ...state }: LogStateEvent) =>
      this.#say(this.#indexOf(stream), state);
    void socket.then((live) => {
      if (isOver) return;
      live.on("log", onFrame);
      live.on("log.state", onState);
      live.on("connect", openAll);
      if (live.connected) openAll();
    });
    const openAll = () =>
      void socket.then((live) =>
        this.#wanted.forEach((wanted, index) => {
          const input = { ...wanted, stream: this.#name + index, resume: this.#received[index] };
          live.emit("log.open", input, (answer: Answer) => this.#answered(answer));
        }),
      );
    return () => {
      isOver = true;
      clearTimeout(this.#timer);
      this.#timer = undefined;
      void socket.then((live) => {
        live.off("log", onFrame);
        live.off("log.state", onState);
        live.off("connect", openAll);
        this.#wanted.forEach((_, index) => live.emit("log.close", { stream: this.#name + index }));
      });
    };
  }

  #indexOf(stream: string): number {
    return stream.startsWith(this.#name) ? Number(stream.slice(this.#name.length)) : -1;
  }

  #answered(answer: Answer): void {
    if (!("problem" in answer)) return;
    this.#problem = answer.problem;
    this.#draw();
  }

  #take({ stream, epoch, seq, lines, missed, data }: LogFrame): void {
    const index = this.#indexOf(stream);
    if (index < 0) return;
    const before = this.#received[index];
    if (before && before.epoch !== epoch) this.#book.forget(index);
    this.#received[index] = { epoch, nextSeq: seq + lines };
    this.#missed += missed;
    this.#book.add(index, new TextDecoder().decode(data));
    this.#draw();
  }

  #say(index: number, state: LogState): void {
    if (index < 0) return;
    this.#states[index] = state;
    this.#draw();
  }

  #draw(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#picture = {
        lines: this.#book.lines(),
        states: [...this.#states],
        missed: this.#missed,
        problem: this.#problem,
      };
      this.#listeners.forEach((listener) => listener());
    }, DRAW_EVERY_MS);
  }
}
