import { expect, it } from "vitest";
import { ok } from "@/lib/core/result";
import type { CommandOutput } from "@/lib/provision/host";
import { fakeHost } from "@/lib/provision/testing/fake-host";
import { Polls } from "./polls";

/** A host that answers all open questions when `release` is called, and counts them. */
function countingHost(name: string) {
  const open: (() => void)[] = [];
  let asked = 0;
  const host = {
    ...fakeHost(name, () => ""),
    ask: () => {
      const output: CommandOutput = { stdout: `answer ${++asked}`, stderr: "", exitCode: 0 };
      return new Promise<ReturnType<typeof ok<CommandOutput[]>>>((resolve) =>
        open.push(() => resolve(ok([output]))),
      );
    },
  };
  return { host, asked: () => asked, release: () => open.splice(0).forEach((answer) => answer()) };
}

it("asks once for all who wait for the same, and anew afterwards", async () => {
  const { host, asked, release } = countingHost("pi");
  const polls = new Polls();
  const first = polls.ask(host, ["kubectl", "get", "nodes"]);
  const second = polls.ask(host, ["kubectl", "get", "nodes"]);
  release();
  expect(await second).toEqual(await first);
  expect(asked()).toBe(1);
  const third = polls.ask(host, ["kubectl", "get", "nodes"]);
  release();
  expect(await third).not.toEqual(await first);
});

it("keeps other questions and other hosts apart", () => {
  const [one, other] = [countingHost("pi-1"), countingHost("pi-2")];
  const polls = new Polls();
  void polls.ask(one.host, ["uptime"]);
  void polls.ask(one.host, ["uptime", "-s"]);
  void polls.ask(other.host, ["uptime"]);
  expect([one.asked(), other.asked()]).toEqual([2, 1]);
});
