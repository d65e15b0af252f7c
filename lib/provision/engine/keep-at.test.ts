import { expect, it } from "vitest";
import { fail, ok } from "@/lib/core/result";
import type { HostId, HostTransport } from "@/lib/provision/host";
import { planOf } from "@/lib/provision/plan/converge-nodes";
import { planNode } from "@/lib/provision/plan/plan";
import { sshdStep } from "@/lib/provision/steps/sshd";
import { fakeHost } from "@/lib/provision/testing/fake-host";
import type { JobEventBody } from "@/lib/schemas/job-event";
import { executePlan } from "./execute-plan";

const CONFIG = "Include /etc/ssh/sshd_config.d/*.conf\n";

/** A host whose sshd follows its file once `keep` has been run; without it the old port is back. */
function hostWithSshd(keep: HostTransport["keepAt"]) {
  const host = fakeHost("pi", (argv, files) => {
    if (argv[0] === "test") return { exitCode: 0 };
    if (argv[0] === "tail") return "not kept in time: the old settings are back (revert)";
    const dropIn = files.get("/etc/ssh/sshd_config.d/00-gandalf.conf");
    const port = /Port (\d+)/.exec(dropIn ?? "")?.[1] ?? "22";
    const text = dropIn ?? "--none\n";
    return `port ${port}\npasswordauthentication yes\n--others\n--drop-in\n${text}--config\n${CONFIG}`;
  });
  return { ...host, keepAt: keep };
}

async function move(host: HostTransport) {
  const events: JobEventBody[] = [];
  let nowMs = 0;
  const on = { hostId: "pi" as HostId, hostName: "pi", key: "host.sshd", after: [] };
  const outcome = await executePlan(
    planOf([planNode(sshdStep, { hostName: "pi", port: 2222 }, on)]),
    {
      hostFor: () => host,
      emit: (event) => events.push(event),
      clock: {
        nowMs: () => nowMs,
        sleep: (ms) => {
          nowMs += ms;
          return Promise.resolve();
        },
      },
      ...{ concurrency: 1, skips: new Map(), unitPrefix: "t" },
      ...{ signal: new AbortController().signal, abandoned: new AbortController().signal },
    },
  );
  const problem = events.find((event) => event.type === "node.failed")?.problem;
  return { outcome, problem, tookMs: nowMs };
}

const unreachable = fail({
  code: "ssh.unreachable" as const,
  detail: "pi does not answer on port 2222.",
  remedies: [],
});

it("keeps a change at the place that it leads to, however many tries it takes", async () => {
  let tries = 0;
  const host = hostWithSshd((place, argv) => {
    expect([place, argv.at(-1)]).toEqual([{ port: 2222 }, "keep"]);
    tries += 1;
    return Promise.resolve(tries < 4 ? unreachable : ok({ stdout: "", stderr: "", exitCode: 0 }));
  });
  expect((await move(host)).outcome).toEqual(ok("succeeded"));
});

it("says what happened when the host took it back, with the host's own account", async () => {
  const { outcome, problem, tookMs } = await move(hostWithSshd(() => Promise.resolve(unreachable)));
  expect(outcome).toEqual(ok("failed"));
  expect(problem).toMatchObject({
    code: "host.returned",
    evidence: { tail: ["not kept in time: the old settings are back (revert)"] },
  });
  expect(tookMs).toBeLessThan(90_000);
});

it("does not try again where another machine answers", async () => {
  let tries = 0;
  const { problem } = await move(
    hostWithSshd(() => {
      tries += 1;
      return Promise.resolve(
        fail({ code: "ssh.host-key-changed" as const, detail: "Another key.", remedies: [] }),
      );
    }),
  );
  expect([tries, problem?.code]).toEqual([1, "host.returned"]);
});
