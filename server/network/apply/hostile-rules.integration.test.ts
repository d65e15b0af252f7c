import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addHostIn, addNetwork, mustExec, removeHost, start, stop } from "@/lab/lab";
import { done, ok } from "@/lib/core/result";
import { executePlan } from "@/lib/provision/engine/execute-plan";
import { firewallState } from "@/lib/provision/facts/firewall-state";
import type { HostId } from "@/lib/provision/host";
import { planOf } from "@/lib/provision/plan/converge-nodes";
import { type NodeId, planNode } from "@/lib/provision/plan/plan";
import type { Step } from "@/lib/provision/step";
import { rulesBackStep } from "@/lib/provision/steps/rules-back";
import { rulesKeptStep } from "@/lib/provision/steps/rules-kept";
import { rulesOnTrialStep } from "@/lib/provision/steps/rules-on-trial";
import { rulesProvedStep } from "@/lib/provision/steps/rules-proved";
import { rulesReachedStep } from "@/lib/provision/steps/rules-reached";
import { FIREWALL_FOLDER, RULES_PROGRAM } from "@/lib/render/firewall/paths";
import { rulesProgram } from "@/lib/render/firewall/rules-program";
import { HostSession } from "@/server/ssh/host-session";
import { JobHost } from "@/server/ssh/job-host";
import { SshHost } from "@/server/ssh/ssh-host";
import { labTarget, must } from "@/server/ssh/testing/lab-target";
import { systemClock } from "@/server/system-clock";
import { hostileRules } from "./testing/hostile-rules";

/**
 * Policies that mean harm go straight into the file, past everything that would refuse them. Whatever they do, the panel
 * logs in anew a moment after the trial's time, and the host has the rules it had before, or some it was reached under.
 */
const HOSTS = ["h1", "h2", "h3", "h4", "h5", "h6", "h7", "h8"] as const;
const ADDRESS = (i: number) => `10.203.7.${100 + i}`;
const PLACE = { panel: "10.203.7.254", wire: "10.203.7.99" };
const POLICIES = 100;
/** So that a hundred take minutes. One case below has the real time. */
const TRIAL_SECONDS = 6;
const RETURN_SECONDS = 10;

beforeAll(async () => {
  await addNetwork("h-wire", "10.203.7.0/24");
  await Promise.all(HOSTS.map((name, i) => addHostIn(name, `h-wire=${ADDRESS(i)}`, "gw=none")));
  for (const name of HOSTS) {
    const text = Buffer.from(rulesProgram()).toString("base64");
    await mustExec(name, `mkdir -p ${FIREWALL_FOLDER}; echo ${text} | base64 -d >${RULES_PROGRAM}`);
  }
});
afterAll(() => removeHost(...HOSTS));

/** A job's host over a connection of its own. */
async function jobHost(name: string) {
  const session = new HostSession(await labTarget(name));
  const host = new SshHost(session, { open: () => Readable.from([]) });
  return {
    session,
    host: new JobHost({
      hostId: name as HostId,
      owner: { job: "hostile", who: "test", why: "a test" },
      moved: () => Promise.resolve(),
      borrow: () => Promise.resolve(ok({ host, release: () => undefined })),
    }),
  };
}

/** Tries the rules on one host, with those steps of a trial. */
async function tryRules(name: string, rules: string, options: { seconds: number; abandon?: true }) {
  const input = { hostName: name, rules, trialSeconds: options.seconds };
  const all = [
    ["rules.trial", rulesOnTrialStep, input],
    ["rules.reached", rulesReachedStep, input],
    ["rules.proved", rulesProvedStep, { ...input, keep: "proof" }],
    ["rules.kept", rulesKeptStep, input],
    ["rules.back", rulesBackStep, input],
  ] as const;
  const chosen = options.abandon === true ? all.slice(0, 1) : all;
  const nodes = chosen.map(([key, step, own], i) => ({
    ...planNode(step as unknown as Step<unknown>, own, {
      ...{ hostId: name as HostId, hostName: name, key },
      after: chosen.slice(0, i).map(([before]) => `${name}/${before}` as NodeId),
    }),
    ...(key === "rules.back" ? { always: true as const } : {}),
  }));
  const { host, session } = await jobHost(name);
  const never = new AbortController().signal;
  const outcome = await executePlan(planOf(nodes), {
    ...{ hostFor: () => host, emit: () => undefined, clock: systemClock, concurrency: 8 },
    ...{ signal: never, abandoned: never, skips: new Map(), unitPrefix: "gandalf-hostile" },
    consult: () => Promise.resolve(done),
  });
  await session.close();
  return must(outcome);
}

/** Logs in anew and looks; throws when nobody is let in. */
async function look(name: string) {
  const session = new HostSession(await labTarget(name));
  try {
    const host = new SshHost(session, { open: () => Readable.from([]) });
    const [output] = must(await host.ask([firewallState.command({})], { timeoutMs: 10_000 }));
    if (output === undefined) throw new Error("no answer");
    return must(firewallState.parse(output, {}));
  } finally {
    await session.close();
  }
}

/** Seconds until a new login works. */
async function secondsUntilReached(name: string, giveUpSeconds: number): Promise<number> {
  const startedMs = Date.now();
  for (;;) {
    const seconds = (Date.now() - startedMs) / 1000;
    try {
      const state = await look(name);
      if (state.trial === null) return seconds;
    } catch (error) {
      if (seconds > giveUpSeconds) throw error;
    }
    if (seconds > giveUpSeconds) throw new Error(`${name} is still on trial`);
    await systemClock.sleep(200);
  }
}

describe("rules that mean harm", () => {
  it(
    "leave every host reachable, a hundred times, with the panel and without it",
    { timeout: 900_000 },
    async () => {
      const waiting = hostileRules(POLICIES, PLACE).map((rules, i) => ({ rules, i }));
      const harmed = { cut: 0, kept: 0 };
      const work = async (name: string) => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          const { rules, i } = next;
          const before = await look(name);
          // Every third time the panel is gone as soon as the rules are loaded.
          const isAbandoned = i % 3 === 2;
          const options = {
            seconds: TRIAL_SECONDS,
            ...(isAbandoned ? { abandon: true as const } : {}),
          };
          const outcome = await tryRules(name, rules, options);
          await secondsUntilReached(name, TRIAL_SECONDS + RETURN_SECONDS);
          const after = await look(name);
          const isKept = outcome === "succeeded" && !isAbandoned;
          harmed[isKept ? "kept" : "cut"]++;
          if (!isKept)
            expect({ i, current: after.current }).toEqual({ i, current: before.current });
          expect({ i, agrees: after.agrees, trial: after.trial }).toEqual({
            i,
            agrees: true,
            trial: null,
          });
        }
      };
      await Promise.all(HOSTS.map(work));
      expect(harmed.cut + harmed.kept).toBe(POLICIES);
      expect(harmed.cut).toBeGreaterThan(50);
    },
  );

  it("are gone within 100 s with the time that people have", { timeout: 200_000 }, async () => {
    const [dropAll = ""] = hostileRules(1, PLACE);
    await tryRules("h1", `# another\n${dropAll}`, { seconds: 90, abandon: true });
    const seconds = await secondsUntilReached("h1", 105);
    expect(seconds).toBeLessThan(100);
  });

  it("do not survive a power cut in the middle", { timeout: 120_000 }, async () => {
    const [dropAll = ""] = hostileRules(1, PLACE);
    await tryRules("h2", `# another\n${dropAll}`, { seconds: 90, abandon: true });
    await stop("h2");
    await start("h2");
    expect(await secondsUntilReached("h2", 20)).toBeLessThan(20);
  });
});
