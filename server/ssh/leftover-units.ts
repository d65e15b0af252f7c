import type { Problem } from "@/lib/core/problem";
import { done, fail, ok, type Result } from "@/lib/core/result";
import type { LeftoverWatch } from "@/lib/provision/host";
import { toShell } from "@/lib/shell/argv";
import { ask } from "./ask";
import { HOST_PATHS } from "./host-paths";
import type { HostSession } from "./host-session";
import { LineReader } from "./line-reader";
import { run } from "./run";
import { clearUnits, followUnit, unitsLeft } from "./unit-script";

const SHORT_MS = 30_000;

/**
 * Waits for every unit of ours that an earlier runner left running, whatever its step was: two package
 * installations at a time would only wait for each other's lock.
 */
export async function awaitLeftovers(
  session: HostSession,
  watch: LeftoverWatch,
): Promise<Result<void>> {
  const left = await list(session);
  return left.ok ? awaitAll(session, left.value.running, watch) : left;
}

/**
 * For whoever holds the host now: waits as `awaitLeftovers`, then forgets all outcomes. The steps look at the host
 * itself; a failure from before its cause was mended must not be taken for the new attempt's.
 */
export async function clearLeftovers(
  session: HostSession,
  epoch: number,
  watch: LeftoverWatch,
): Promise<Result<void>> {
  const left = await list(session);
  if (!left.ok) return left;
  const waited = await awaitAll(session, left.value.running, watch);
  if (!waited.ok || left.value.count === 0) return waited;
  const cleared = await run(session, { argv: clearUnits, epoch }, { timeoutMs: SHORT_MS });
  return cleared.ok ? done : cleared;
}

interface Left {
  /** Names of units. */
  readonly running: readonly string[];
  /** Running and ended. */
  readonly count: number;
}

async function list(session: HostSession): Promise<Result<Left>> {
  const listed = await ask(session, [unitsLeft], { timeoutMs: SHORT_MS });
  if (!listed.ok) return listed;
  const lines = (listed.value[0]?.stdout ?? "").split("\n").filter((line) => line !== "");
  const running = lines.flatMap((line) => /^running (gandalf-[a-z0-9-]+)$/.exec(line)?.[1] ?? []);
  return ok({ running, count: lines.length });
}

async function awaitAll(session: HostSession, units: readonly string[], watch: LeftoverWatch) {
  for (const unit of units) {
    watch.onUnit(unit);
    const ended = await follow(session, unit, watch);
    if (!ended.ok) return ended;
  }
  return done;
}

async function follow(
  session: HostSession,
  unit: string,
  { onLine, signal }: LeftoverWatch,
): Promise<Result<void>> {
  const lines = new LineReader((line) => onLine("stdout", line));
  const place = { unit, folder: `${HOST_PATHS.units}/${unit}` };
  const followed = await session.execute(
    "follow",
    {
      script: () => `${toShell(followUnit(place, 0))} </dev/null`,
      onStdout: (bytes) => lines.push(bytes),
    },
    { timeoutMs: null, signal },
  );
  lines.end();
  if (!followed.ok) return followed;
  if (followed.value.state === "exited") return done;
  return fail(signal.aborted ? cancelled(session, unit) : session.lost(`the unit ${unit}`));
}

const cancelled = ({ target }: HostSession, unit: string): Problem => ({
  code: "step.not-converged",
  detail: `Cancelled while waiting on ${target.hostName} for ${unit}, which an earlier run began. It goes on there.`,
  remedies: ["Resume waits for it again."],
  hostId: target.hostId,
});
