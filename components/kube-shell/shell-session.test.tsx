import { EventEmitter } from "node:events";
import { beforeEach, expect, test, vi } from "vitest";
import type { ShellState } from "./shell-session";

/** The panel's end of the socket: what it was told and asked, and what it answers. */
class FakeSocket extends EventEmitter {
  connected = true;
  readonly asked: [event: string, input: unknown][] = [];
  answers: Record<string, unknown> = {};
  onAny() {}
  override emit(event: string, ...[input]: unknown[]): boolean {
    this.asked.push([event, input]);
    return true;
  }
  async emitWithAck(event: string, input: unknown) {
    this.asked.push([event, input]);
    return this.answers[event];
  }
  hear(event: string, ...payload: unknown[]) {
    return super.emit(event, ...payload);
  }
}

const panel = vi.hoisted((): { socket: unknown } => ({ socket: null }));
vi.mock("socket.io-client", () => ({ io: () => panel.socket }));

const opening = {
  event: "console.open",
  input: { clusterId: "c1", typed: "kubectl get no" },
} as const;
let socket: FakeSocket;
let states: ShellState[];

beforeEach(() => {
  vi.resetModules(); // each test has a connection of its own
  socket = new FakeSocket();
  panel.socket = socket;
  states = [];
});

/** A page that shows it. */
async function show(known: string | null) {
  const { ShellSession } = await import("./shell-session");
  const session = new ShellSession(opening, known, (state) => states.push(state));
  const screen = { text: "", cleared: 0, cols: 80, rows: 24 };
  const leave = session.show({
    ...screen,
    write: (data, done) => {
      screen.text += new TextDecoder().decode(data);
      done();
    },
    clear: () => (screen.cleared += 1),
  });
  return { session, screen, leave };
}
const bytes = (text: string) => new TextEncoder().encode(text);

test("without a terminal to come back to, one is opened in the size of the screen", async () => {
  socket.answers["console.open"] = { value: { id: "t1", title: "" } };
  const { session, screen } = await show(null);
  await vi.waitFor(() => expect(states).toEqual([{ id: "t1", end: null, problem: null }]));
  expect(socket.asked).toEqual([["console.open", { ...opening.input, cols: 80, rows: 24 }]]);
  const taken = vi.fn();
  socket.hear("shell.data", { id: "t1", data: bytes("lab $ ") }, taken);
  socket.hear("shell.data", { id: "other", data: bytes("not ours") }, taken);
  expect(screen.text).toBe("lab $ ");
  expect(taken).toHaveBeenCalledOnce();
  session.type("x".repeat(9000)); // a long paste
  await vi.waitFor(() => expect(socket.asked).toHaveLength(4));
});

test("after a reload the same terminal is shown again, and nothing is opened", async () => {
  socket.answers["shell.attach"] = { value: { id: "t1", title: "" } };
  const { screen } = await show("t1");
  await vi.waitFor(() => expect(states).toEqual([{ id: "t1", end: null, problem: null }]));
  expect(socket.asked.map(([event]) => event)).toEqual(["shell.attach"]);
  expect(screen.cleared).toBe(1);
});

test("where the old terminal has ended, a new one is opened; a refusal is shown", async () => {
  const problem = { code: "host.unsuitable", detail: "No.", remedies: [] };
  socket.answers = { "shell.attach": { problem }, "console.open": { problem } };
  await show("gone");
  await vi.waitFor(() => expect(states).toEqual([{ id: null, end: null, problem }]));
});

test("its end is told, once the page left nothing more is drawn", async () => {
  socket.answers["console.open"] = { value: { id: "t1", title: "" } };
  const { screen, leave } = await show(null);
  await vi.waitFor(() => expect(states).toHaveLength(1));
  const end = { exitCode: null, reason: "lost", problem: null };
  socket.hear("shell.end", { id: "t1", ...end });
  expect(states[1]).toEqual({ id: null, end, problem: null });
  leave();
  await vi.waitFor(() => expect(socket.listenerCount("shell.data")).toBe(0));
  socket.hear("shell.data", { id: "t1", data: bytes("late") });
  expect(screen.text).toBe("");
});
