import type { LogFrame, LogOpenInput, LogState } from "@/lib/schemas/kube-log";

type Listener = (...args: never[]) => void;
type Answer = (answer: object) => void;

/** The panel's end of the socket: what the page opened, and how to send it lines. */
export function fakeSocket() {
  const listeners = new Map<string, Set<Listener>>();
  const opened: LogOpenInput[] = [];
  const closed: string[] = [];
  let refusal: object | null = null;
  const of = (event: string) => listeners.get(event) ?? new Set();
  const tell = (event: string, ...args: unknown[]) =>
    of(event).forEach((listener) => listener(...(args as never[])));
  const emit = (event: string, input: LogOpenInput, answer?: Answer) => {
    if (event === "log.open") {
      opened.push(input);
      answer?.(refusal === null ? { ok: true } : { problem: refusal });
    }
    if (event === "log.close") closed.push(input.stream);
  };
  const socket = {
    connected: true,
    on: (event: string, listener: Listener) => listeners.set(event, of(event).add(listener)),
    off: (event: string, listener: Listener) => of(event).delete(listener),
    onAny: () => undefined,
    emit,
  };
  const streamOf = (container: string) => {
    const found = opened.findLast((log) => log.container === container);
    if (found === undefined) throw new Error(`${container} was not opened`);
    return found.stream;
  };
  return {
    socket,
    opened,
    closed,
    tell,
    /** From now on no log may be opened. */
    refuse: (problem: object) => (refusal = problem),
    state: (container: string, state: LogState) =>
      tell("log.state", { ...state, stream: streamOf(container) }),
    /** Lines of a container, each with a time of its own; `from`: the number of the first. */
    send: (container: string, lines: readonly string[], more: Partial<LogFrame> = {}) => {
      const { seq = 1 } = more;
      const text = lines.map((line, i) => `${timeOf(seq + i)} ${line}\n`).join("");
      const data = new TextEncoder().encode(text);
      const frame = {
        stream: streamOf(container),
        epoch: "e1",
        seq,
        lines: lines.length,
        missed: 0,
      };
      tell("log", { ...frame, data, ...more }, () => undefined);
    },
  };
}

const timeOf = (seq: number) => new Date(Date.UTC(2026, 10, 23, 10) + seq * 1000).toISOString();
