/**
 * Runs every phase and prints, as its last line, "N passed, N failed". Fails when a test failed or a phase ran none.
 * Whatever it started is gone when it ends, also after Ctrl-C. Arguments: names of phases to run instead of all.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateClient } from "@/scripts/bootstrap/build.mjs";
import { duration, say } from "@/scripts/bootstrap/progress.mjs";
import { describeStop, Stop } from "@/scripts/bootstrap/stop.mjs";
import { onInterrupt } from "@/scripts/practice/interrupt";
import { ensureAppImages, ensureK3s } from "@/scripts/practice/k3s";
import { labName, raiseLab, razeAbandonedLabs, razeLab } from "@/scripts/practice/lab";
import { ensureTools, type Tool, whyNoLab } from "@/scripts/practice/tools";
import { type Counts, total } from "@/scripts/suite/counts";
import { type Phase, phases, type Workplace } from "@/scripts/suite/phases";

const FAILED: Counts = { passed: 0, failed: 1, skipped: 0 };
const place: Workplace = {
  reports: mkdtempSync(join(tmpdir(), "gandalf-test-")),
  lab: labName("test"),
};
let interrupted = false;

/** Runs one phase; what stops it before its first test counts as one failure. */
async function runPhase(phase: Phase): Promise<Counts> {
  const began = Date.now();
  say(`\n── ${phase.name}`);
  try {
    if (phase.lab) await prepareLab(phase.tools);
    const counts = await phase.run(place);
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
    say(
      `${counts.failed > 0 ? "✗" : "✓"} ${phase.name}: ${counts.passed} passed, ${counts.failed} failed${skipped}, ${duration(Date.now() - began)}`,
    );
    return counts;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(`${describeStop(error)}\n✗ ${phase.name}: did not run, ${duration(Date.now() - began)}`);
    return FAILED;
  } finally {
    if (phase.lab) await razeLab(place.lab);
  }
}

async function prepareLab(tools: readonly Tool[]): Promise<void> {
  await ensureTools(tools);
  await ensureK3s();
  await ensureAppImages();
  await raiseLab(place.lab);
}

/** The phases asked for, less those that this machine cannot run. */
function choosePhases(names: readonly string[]): Phase[] {
  const chosen = phases.filter(({ name }) => names.length === 0 || names.includes(name));
  const reason = whyNoLab();
  const skipped =
    reason === undefined ? [] : chosen.filter(({ lab }) => lab).map(({ name }) => name);
  if (reason !== undefined && skipped.length > 0)
    say(
      `Skipping ${skipped.join(" and ")}: ${reason}. Everything else runs; as root on Debian, all does.`,
    );
  return chosen.filter(({ name }) => !skipped.includes(name));
}

async function runAll(): Promise<Counts> {
  const chosen = choosePhases(process.argv.slice(2));
  if (chosen.some(({ lab }) => lab)) await razeAbandonedLabs();
  await generateClient();
  const all: Counts[] = [];
  for (const phase of chosen) if (!interrupted) all.push(await runPhase(phase));
  return total(all);
}

onInterrupt(() => (interrupted = true));

const began = Date.now();
const { passed, failed } = await runAll()
  .catch((error: unknown) => {
    console.error(error instanceof Stop ? describeStop(error) : error);
    return FAILED;
  })
  .finally(() => rmSync(place.reports, { recursive: true, force: true }));
say(`\n${interrupted ? "Interrupted after" : "Took"} ${duration(Date.now() - began)}`);
say(`${passed} passed, ${failed} failed`);
if (interrupted) process.exitCode = 130;
else process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
