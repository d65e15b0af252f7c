import { fail, ok, type Result } from "@/lib/core/result";
import type { OnLine } from "@/lib/provision/host";
import { toShell } from "@/lib/shell/argv";
import { ask } from "./ask";
import { HOST_PATHS } from "./host-paths";
import type { HostSession } from "./host-session";
import { LineReader } from "./line-reader";
import { activeUnits, followUnit } from "./unit-script";

/**
 * Waits for every unit of ours that an earlier runner left running, whatever its step was: two package
 * installations at a time would only wait for each other's lock. Their outcomes stay to be read by
 * `runUnit`, if the same step comes again.
 */
export async function adoptLeftovers(
  session: HostSession,
  onLine: OnLine,
  signal: AbortSignal,
): Promise<Result<readonly string[]>> {
  const listed = await ask(session, [activeUnits], { timeoutMs: 30_000 });
  if (!listed.ok) return listed;
  const units = (listed.value[0]?.stdout ?? "")
    .split("\n")
    .map((line) => /^(gandalf-[a-z0-9-]+)\.service\s/.exec(line)?.[1])
    .filter((unit) => unit !== undefined);
  for (const unit of units) {
    const lines = new LineReader((line) => onLine("stdout", line));
    const place = { unit, folder: `${HOST_PATHS.units}/${unit}` };
    const done = await session.execute(
      "follow",
      {
        script: () => `${toShell(followUnit(place, 0))} </dev/null`,
        onStdout: (bytes) => lines.push(bytes),
      },
      { timeoutMs: null, signal },
    );
    lines.end();
    if (!done.ok) return done;
    if (done.value.state === "lost") return fail(session.lost(`the unit ${unit}`));
  }
  return ok(units);
}
