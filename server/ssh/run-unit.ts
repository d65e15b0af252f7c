import { fail, ok, type Result } from "@/lib/core/result";
import { revealText } from "@/lib/core/text";
import type { CommandOutput, RunOptions } from "@/lib/provision/host";
import { toShell, type Argv } from "@/lib/shell/argv";
import { ask } from "./ask";
import { fencedProblem } from "./fence";
import type { HostSession } from "./host-session";
import { LineReader } from "./line-reader";
import { hasNul, nulProblem } from "./nul-problem";
import { OutputBuffer } from "./output-buffer";
import { run, timeoutProblem, type Epoch } from "./run";
import {
  clearUnit,
  followUnit,
  startUnit,
  stopUnit,
  unitPlace,
  unitProgram,
  unitRest,
  unitState,
  type UnitPlace,
} from "./unit-script";

/** How long a lost link may stay away before the caller is told; the unit goes on meanwhile. */
const RECONNECT_WINDOW_MS = 60_000;
const RECONNECT_EVERY_MS = 2_000;
const SHORT_MS = 30_000;

interface Unit {
  readonly session: HostSession;
  readonly place: UnitPlace;
  readonly argv: Argv;
  readonly epoch: Epoch;
  readonly options: RunOptions;
  readonly log: UnitLog;
}

/** The unit's log as far as it was read: `bytes` is where to go on after a lost link. */
class UnitLog {
  readonly #output = new OutputBuffer();
  readonly #lines: LineReader;
  bytes = 0;

  constructor(onLine: RunOptions["onLine"]) {
    this.#lines = new LineReader((line) => onLine?.("stdout", line));
  }

  push(chunk: Buffer): void {
    this.bytes += chunk.length;
    this.#output.push(chunk);
    this.#lines.push(chunk);
  }

  end(): string {
    this.#lines.end();
    return this.#output.text();
  }
}

/** Long work that outlives the link and the panel; see HostTransport.runUnit. */
export async function runUnit(
  session: HostSession,
  { name, argv, epoch }: { name: string; argv: Argv; epoch: Epoch },
  options: RunOptions,
): Promise<Result<CommandOutput>> {
  if (hasNul([argv], options.stdin)) return fail(nulProblem(session.target));
  const log = new UnitLog(options.onLine);
  const unit: Unit = { session, place: unitPlace(name, argv), argv, epoch, options, log };
  const deadlineMs = performance.now() + options.timeoutMs;
  const started = await start(unit);
  if (!started.ok) return started;
  return settle(unit, deadlineMs);
}

async function start(unit: Unit): Promise<Result<string>> {
  const { session, place, argv, epoch, options } = unit;
  const program = unitProgram(place, argv, epoch);
  const stdin = program + revealText(options.stdin ?? "");
  const limitS = Math.ceil(options.timeoutMs / 1000) + 30;
  const launched = await run(
    session,
    { argv: startUnit(place, Buffer.byteLength(program), limitS), epoch },
    { stdin, timeoutMs: SHORT_MS },
  );
  if (!launched.ok) return launched.problem.code === "ssh.link-lost" ? reattach(unit) : launched;
  const { exitCode, stdout, stderr } = launched.value;
  if (exitCode === 0) return ok(stdout.trim());
  return fail({
    code: stderr.includes("No space left") ? "host.disk-full" : "command.failed",
    detail: `${session.target.hostName} did not start the unit ${place.unit}.`,
    remedies: ["Look at the host's journal: journalctl -xe."],
    hostId: session.target.hostId,
    evidence: { command: "systemd-run", exitCode, tail: stderr.trim().split("\n").slice(-5) },
  });
}

/** Follows to the end, over as many connections as it takes; then reads the outcome and clears it. */
async function settle(unit: Unit, deadlineMs: number): Promise<Result<CommandOutput>> {
  for (;;) {
    const end = await follow(unit, deadlineMs - performance.now());
    if (!end.ok) return end;
    if (end.value === "timeout" || end.value === "aborted") return stop(unit, end.value);
    const outcome = await readOutcome(unit);
    if (outcome.ok || outcome.problem.code !== "ssh.link-lost") return outcome;
    const state = await reattach(unit);
    if (!state.ok) return state;
  }
}

type FollowEnd = "ended" | "timeout" | "aborted";

async function follow(unit: Unit, timeoutMs: number): Promise<Result<FollowEnd>> {
  const { session, place, log, options } = unit;
  for (;;) {
    const done = await session.execute(
      "follow",
      {
        script: () => `${toShell(followUnit(place, log.bytes))} </dev/null`,
        onStdout: (bytes) => log.push(bytes),
      },
      { timeoutMs: Math.max(timeoutMs, 1), ...(options.signal ? { signal: options.signal } : {}) },
    );
    if (done.ok && done.value.state === "exited") return ok("ended");
    if (done.ok && done.value.state !== "lost" && done.value.state !== "exited")
      return ok(done.value.state);
    const state = await reattach(unit);
    if (!state.ok) return state;
  }
}

/**
 * After a lost link: connects again until the host answers, and asks what became of the unit. "gone" means
 * that the host was restarted (or that it never began): that is for the caller to decide, not to repeat.
 */
async function reattach({ session, place, options }: Unit): Promise<Result<string>> {
  const until = performance.now() + RECONNECT_WINDOW_MS;
  for (;;) {
    const asked = await ask(session, [unitState(place)], { timeoutMs: SHORT_MS });
    if (asked.ok) {
      const state = asked.value[0]?.stdout.trim() ?? "";
      return state === "running" || state === "ended"
        ? ok(state)
        : fail(session.lost(`the unit ${place.unit}`));
    }
    const again = AWAY.has(asked.problem.code) && performance.now() < until;
    if (!again || session.isClosed || options.signal?.aborted === true) return asked;
    await new Promise((resolve) => setTimeout(resolve, RECONNECT_EVERY_MS));
  }
}

/** Problems of a host that is away for a moment. */
const AWAY: ReadonlySet<string> = new Set([
  "ssh.link-lost",
  "ssh.unreachable",
  "ssh.refused",
  "ssh.not-ssh",
]);

async function readOutcome(unit: Unit): Promise<Result<CommandOutput>> {
  const { session, place, log, epoch } = unit;
  let word = "";
  const read = await session.execute(
    "ask",
    {
      script: (mark) => `${toShell(unitRest(place, log.bytes, mark))} </dev/null`,
      onStdout: (bytes) => log.push(bytes),
      onMark: (_stream, text) => (word = text.replace(/^outcome ?/, "")),
    },
    { timeoutMs: SHORT_MS },
  );
  if (!read.ok) return read;
  if (read.value.state !== "exited") return fail(session.lost(`the unit ${place.unit}`));
  await run(session, { argv: clearUnit(place), epoch }, { timeoutMs: SHORT_MS });
  const stdout = log.end();
  if (word === "fenced") return fail(fencedProblem(session.target));
  return ok({ stdout, stderr: "", exitCode: /^\d+$/.test(word) ? Number(word) : null });
}

async function stop(unit: Unit, why: "timeout" | "aborted"): Promise<Result<CommandOutput>> {
  const { session, place, argv, epoch, log, options } = unit;
  await run(session, { argv: stopUnit(place), epoch }, { timeoutMs: SHORT_MS });
  const stdout = log.end();
  if (why === "aborted") return ok({ stdout, stderr: "", exitCode: null });
  return fail(timeoutProblem(session, argv, { timeoutMs: options.timeoutMs, stdout, stderr: "" }));
}
