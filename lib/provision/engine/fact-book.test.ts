import { expect, it } from "vitest";
import { ok } from "@/lib/core/result";
import { ask, type Fact } from "@/lib/provision/fact";
import type { CommandOutput } from "@/lib/provision/host";
import { fakeHost } from "@/lib/provision/testing/fake-host";
import { FactBook } from "./fact-book";

const fact = (id: string): Fact<Record<string, never>, string> => ({
  id,
  command: () => [id],
  parse: ({ stdout }) => ok(stdout),
});

/** A host whose answers leave it when `release` says so, in the state they were asked in. */
function slowHost() {
  const releases: (() => void)[] = [];
  let state = "old";
  const host = {
    ...fakeHost("pi", () => ""),
    ask: (commands: readonly unknown[]) => {
      const outputs = commands.map((): CommandOutput => ({
        stdout: state,
        stderr: "",
        exitCode: 0,
      }));
      return new Promise<ReturnType<typeof ok<CommandOutput[]>>>((resolve) => {
        releases.push(() => resolve(ok(outputs)));
      });
    },
  };
  const release = async () => {
    releases.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { host, release, change: () => (state = "new") };
}

it("does not take an answer that was asked before the host changed", async () => {
  const { host, release, change } = slowHost();
  const book = new FactBook(() => host);
  const ahead = [{ own: host.hostId, request: ask(fact("b"), {}) }];
  const first = book.answers(host.hostId, [ask(fact("a"), {})], ahead);
  await new Promise((resolve) => setImmediate(resolve));
  change();
  book.forget(host.hostId);
  const second = book.answers(host.hostId, [ask(fact("b"), {})]);
  await release();
  await release();
  expect(await first).toEqual([ok("old")]);
  expect(await second).toEqual([ok("new")]);
});
