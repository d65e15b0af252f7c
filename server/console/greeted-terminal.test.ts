import { expect, test, vi } from "vitest";
import { PROMPT_END } from "@/lib/console/start-file";
import { GreetedTerminal } from "./greeted-terminal";

function start(typed = "") {
  const watcher = { data: vi.fn<(chunk: Buffer) => void>(), end: vi.fn() };
  const greeting = { mark: "~mark~", startFile: "the start file", typed };
  const greeted = new GreetedTerminal(greeting, watcher);
  const written: string[] = [];
  const close = vi.fn();
  const use = () =>
    greeted.use({
      write: (text) => void written.push(text),
      ...{ close, resize: () => {}, pause: () => {}, resume: () => {} },
    });
  const say = (text: string) => greeted.data(Buffer.from(text));
  const shown = () => watcher.data.mock.calls.map(([chunk]) => chunk.toString()).join("");
  return { greeted, watcher, written, close, use, say, shown };
}

test("the start file goes to the console alone, and nothing before it is shown", async () => {
  const { greeted, written, use, say, shown } = start();
  use();
  say("[sudo] password for pi: ~ma");
  expect(written).toEqual([]);
  say("rk~");
  expect(await greeted.started).toEqual({ ok: true });
  expect(written).toEqual(["the start file"]);
  say("lab $ ");
  expect(shown()).toBe("lab $ ");
});

test("a console that was ready before anybody held its terminal is greeted all the same", async () => {
  const { greeted, written, use, say } = start();
  say("~mark~");
  use();
  expect(await greeted.started).toEqual({ ok: true });
  expect(written).toEqual(["the start file"]);
});

test("the first words are typed at the first prompt, once", () => {
  const { written, use, say } = start("kubectl get pods");
  use();
  say("~mark~");
  say("Hello\r\n");
  expect(written).toHaveLength(1);
  say(`lab $ ${PROMPT_END}`);
  say(`lab $ ${PROMPT_END}`);
  expect(written).toEqual(["the start file", "kubectl get pods"]);
});

test("one that ends before it began says its last words instead of showing them", async () => {
  const { greeted, watcher, use, say, close } = start();
  use();
  say("Failed to start transient service unit\r\n");
  greeted.end({ exitCode: 1, problem: null });
  expect(await greeted.started).toEqual({
    ok: false,
    tail: "Failed to start transient service unit\r\n",
  });
  expect(close).toHaveBeenCalledOnce();
  expect(watcher.end).not.toHaveBeenCalled();
});
