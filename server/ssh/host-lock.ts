import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import { script } from "@/lib/shell/argv";
import { HOST_PATHS } from "./host-paths";
import type { HostSession } from "./host-session";
import { run } from "./run";

/** Who holds a host, in words for whoever finds it locked. */
export interface LockOwner {
  readonly job: string;
  readonly who: string;
  readonly why: string;
}

/** An older runner's action that is under way is waited for this long. */
const WAIT_S = 60;

/**
 * The number is written beside and renamed, so that a power cut leaves the old or the new one; it never
 * falls, or a runner of the past could act again.
 */
const LOCK = `
umask 077; mkdir -p ${HOST_PATHS.state} || exit 1
exec 9>>${HOST_PATHS.lock}
flock -x -w ${WAIT_S} 9 || { cat ${HOST_PATHS.owner} 2>/dev/null; exit 76; }
e=0; [ -s ${HOST_PATHS.epoch} ] && read -r e <${HOST_PATHS.epoch}
e=$((e + 1))
printf '%s' "$1" >${HOST_PATHS.owner} || exit 1
printf '%s\\n' "$e" >${HOST_PATHS.epoch}.new && sync ${HOST_PATHS.epoch}.new &&
mv ${HOST_PATHS.epoch}.new ${HOST_PATHS.epoch} && sync ${HOST_PATHS.state} && echo "$e"`;

/** Takes the host over: from here on older runners are fenced. Answers the new epoch. */
export async function takeLock(session: HostSession, owner: LockOwner): Promise<Result<number>> {
  const done = await run(
    session,
    { argv: script(LOCK, JSON.stringify(owner)), epoch: null },
    { timeoutMs: (WAIT_S + 15) * 1000 },
  );
  if (!done.ok) return done;
  const { exitCode, stdout, stderr } = done.value;
  if (exitCode === 76) return fail(busyProblem(session, stdout));
  const epoch = Number(stdout.trim());
  if (exitCode === 0 && Number.isSafeInteger(epoch) && epoch > 0) return ok(epoch);
  return fail({
    code: stderr.includes("No space left") ? "host.disk-full" : "command.failed",
    detail: `${session.target.hostName} could not be locked for this job.`,
    remedies: ["Check free space and permissions of /var/lib on the host."],
    hostId: session.target.hostId,
    evidence: { command: "flock", exitCode, tail: stderr.trim().split("\n") },
  });
}

/**
 * Says that nobody works on the host any more. The number stays, and only rises; so whether this call
 * succeeds does not matter.
 */
export async function releaseLock(session: HostSession, epoch: number): Promise<void> {
  await run(session, { argv: ["rm", "-f", HOST_PATHS.owner], epoch }, { timeoutMs: 10_000 });
}

function busyProblem(session: HostSession, ownerJson: string): Problem {
  const who = /"who":"([^"]*)"/.exec(ownerJson)?.[1] ?? "another runner";
  return {
    code: "host.busy",
    detail: `${session.target.hostName} is still at work for ${who}.`,
    remedies: ["Wait until that has ended, then resume."],
    hostId: session.target.hostId,
    evidence: { command: "flock", exitCode: 76, tail: [ownerJson] },
  };
}
