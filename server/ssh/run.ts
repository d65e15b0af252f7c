import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import { revealText } from "@/lib/core/text";
import type { CommandOutput, RunOptions } from "@/lib/provision/host";
import { quote, toLog, toShell, type Argv } from "@/lib/shell/argv";
import { fenceGuard, fencedProblem } from "./fence";
import type { HostSession, LaneName } from "./host-session";
import { LineReader } from "./line-reader";
import { hasNul, nulProblem } from "./nul-problem";
import { OutputBuffer } from "./output-buffer";

/** Who may act, and with what right. null = nobody has locked the host: not fenced. */
export type Epoch = number | null;

/** The command's input comes from a builtin, so that a secret is in no argument list. */
function commandText(argv: Argv, stdin: RunOptions["stdin"]): string {
  const command = `( ${toShell(argv)} ) 9<&-`;
  return stdin === undefined
    ? `${command} </dev/null`
    : `printf '%s' ${quote(revealText(stdin))} | ${command}`;
}

/** One mutating command, fenced; lines as they come; the group is killed on timeout and abort. */
export async function run(
  session: HostSession,
  { argv, epoch, lane = "run" }: { argv: Argv; epoch: Epoch; lane?: LaneName },
  options: RunOptions,
): Promise<Result<CommandOutput>> {
  const { onLine, stdin, timeoutMs, signal } = options;
  if (hasNul([argv], stdin)) return fail(nulProblem(session.target));
  const stdout = new OutputBuffer();
  const stderr = new OutputBuffer();
  const outLines = new LineReader((line) => onLine?.("stdout", line));
  const errLines = new LineReader((line) => onLine?.("stderr", line));
  let fenced = false;
  const done = await session.execute(
    lane,
    {
      script: (mark) =>
        [...(epoch === null ? [] : [fenceGuard(mark, epoch)]), commandText(argv, stdin)].join("\n"),
      onStdout: (bytes) => (stdout.push(bytes), outLines.push(bytes)),
      onStderr: (bytes) => (stderr.push(bytes), errLines.push(bytes)),
      onMark: (_stream, text) => (fenced ||= text === "fenced"),
    },
    { timeoutMs, ...(signal ? { signal } : {}) },
  );
  outLines.end();
  errLines.end();
  if (!done.ok) return done;
  if (fenced) return fail(fencedProblem(session.target));
  const output = { stdout: stdout.text(), stderr: stderr.text() };
  switch (done.value.state) {
    case "exited":
      return ok({ ...output, exitCode: done.value.exitCode });
    case "aborted":
      return ok({ ...output, exitCode: null });
    case "timeout":
      return fail(timeoutProblem(session, argv, { timeoutMs, ...output }));
    case "lost":
      return fail(session.lost(`"${argv[0]}"`));
  }
}

interface Late {
  readonly timeoutMs: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command took longer than it may; it was killed. */
export const timeoutProblem = (session: HostSession, argv: Argv, late: Late): Problem => ({
  code: "command.timeout",
  detail: `"${argv[0]}" on ${session.target.hostName} was stopped: it took longer than ${late.timeoutMs / 1000} s.`,
  remedies: [
    "Look at its last lines, then try again.",
    "Check the load of the host, and its disk.",
  ],
  hostId: session.target.hostId,
  evidence: {
    command: toLog(argv),
    exitCode: null,
    tail: `${late.stdout}\n${late.stderr}`.trim().split("\n").slice(-10),
  },
});
