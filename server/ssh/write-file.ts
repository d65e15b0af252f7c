import type { Problem } from "@/lib/core/problem";
import { done, fail, type Result } from "@/lib/core/result";
import type { RemoteFile } from "@/lib/provision/host";
import { script, toLog } from "@/lib/shell/argv";
import { diskProblem } from "./disk-problem";
import { HOST_PATHS } from "./host-paths";
import type { HostSession } from "./host-session";
import { run, type Epoch } from "./run";

/** Which part failed, told by the exit code of the script. */
const EXIT = { folder: 70, write: 71, owner: 72, validate: 73, keep: 74, replace: 75 } as const;

/**
 * The temporary file keeps the target's extension (some validators insist) and begins with a dot (folders
 * of fragments skip it). It is 0600 until it has its owner, so that a secret is never readable in between.
 * `sync FILE` is fsync. Source: sync(1), coreutils 8.24.
 */
const WRITE = `
p=$1 mode=$2 owner=$3; shift 3
d=\${p%/*}; [ -n "$d" ] || d=/
b=\${p##*/}; x=; case $b in ?*.*) x=.\${b##*.};; esac
full() { df -Pk -- "$d" 2>/dev/null | tail -n 1; exit "$1"; }
[ -d "$d" ] || mkdir -p -- "$d" || full ${EXIT.folder}
t=$(umask 077; mktemp -- "$d/.gandalf-XXXXXXXXXX$x") || full ${EXIT.write}
trap 'rm -f -- "$t"' EXIT; trap 'exit 1' HUP INT TERM PIPE
cat >"$t" || full ${EXIT.write}
{ [ "$owner" = root:root ] && [ -O "$t" ] && [ -G "$t" ]; } || chown -- "$owner" "$t" || exit ${EXIT.owner}
chmod -- "$mode" "$t" || exit ${EXIT.owner}
sync -- "$t" || full ${EXIT.write}
n=$#; while [ "$n" -gt 0 ]; do
  a=$1; shift; [ "$a" = '{file}' ] && a=$t; set -- "$@" "$a"; n=$((n - 1))
done
if [ $# -gt 0 ]; then "$@" </dev/null || exit ${EXIT.validate}; fi
if [ -e "$p" ]; then
  k=${HOST_PATHS.previous}$p
  (umask 077; mkdir -p -- "\${k%/*}") && cp -a -- "$p" "$k.new" && mv -fT -- "$k.new" "$k" || full ${EXIT.keep}
fi
mv -fT -- "$t" "$p" || full ${EXIT.replace}
sync -- "$d"`;

const TIMEOUT_MS = 60_000;

/** Writes a whole file so that it is either the old or the new one, at any moment. */
export async function writeFile(
  session: HostSession,
  { file, epoch }: { file: RemoteFile; epoch: Epoch },
): Promise<Result<void>> {
  if (!file.path.startsWith("/") || file.path.endsWith("/"))
    throw new Error(`not an absolute file path: ${file.path}`);
  const mode = file.mode.toString(8).padStart(4, "0");
  const argv = script(WRITE, file.path, mode, file.owner, ...(file.validate ?? []));
  const wrote = await run(session, { argv, epoch }, { stdin: file.content, timeoutMs: TIMEOUT_MS });
  if (!wrote.ok) return wrote;
  if (wrote.value.exitCode === 0) return done;
  return fail(writeProblem(session, file, wrote.value));
}

interface Failed {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function writeProblem(session: HostSession, file: RemoteFile, failed: Failed): Problem {
  const { hostName, hostId } = session.target;
  const full = diskProblem(session.target, { path: file.path, ...failed });
  if (full) return full;
  const tail = `${failed.stdout}\n${failed.stderr}`.trim().split("\n").slice(-10);
  if (failed.exitCode === EXIT.validate)
    return {
      code: "file.invalid",
      detail: `${file.validate?.[0] ?? "Its program"} on ${hostName} refuses the new ${file.path}. The old file is untouched.`,
      remedies: ["Read what it says, correct the setting it names, then resume."],
      hostId,
      evidence: { command: toLog(file.validate ?? ["true"]), exitCode: failed.exitCode, tail },
    };
  return {
    code: "command.failed",
    detail:
      failed.exitCode === EXIT.owner
        ? `${hostName} cannot give ${file.path} to ${file.owner}.`
        : `${hostName} cannot write ${file.path}.`,
    remedies: ["Read what the host says below, then resume."],
    hostId,
    evidence: { command: `write ${file.path}`, exitCode: failed.exitCode, tail },
  };
}
