import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import type { CommandOutput } from "@/lib/provision/host";
import { toLog, toShell, type Argv } from "@/lib/shell/argv";
import type { Execution, HostSession } from "./host-session";
import { nulProblem, hasNul } from "./nul-problem";
import { OutputBuffer } from "./output-buffer";
import type { ShellJob, Stream } from "./root-shell";

/** Output of the commands of one batch, told apart by the marks between them. */
class BatchReader {
  readonly #outputs: { stdout: OutputBuffer; stderr: OutputBuffer; exitCode: number | null }[];
  readonly #at: Record<Stream, number> = { stdout: 0, stderr: 0 };

  constructor(count: number) {
    this.#outputs = Array.from({ length: count }, () => ({
      stdout: new OutputBuffer(),
      stderr: new OutputBuffer(),
      exitCode: null,
    }));
  }

  data(stream: Stream, bytes: Buffer): void {
    this.#outputs[this.#at[stream]]?.[stream].push(bytes);
  }

  next(stream: Stream, exitCode: number): void {
    const output = this.#outputs[this.#at[stream]];
    if (output) output.exitCode = exitCode;
    this.#at[stream]++;
  }

  /** How many commands have answered. */
  get answered(): number {
    return Math.min(this.#at.stdout, this.#at.stderr);
  }

  outputs(): CommandOutput[] {
    return this.#outputs.map(({ stdout, stderr, exitCode }) => ({
      stdout: stdout.text(),
      stderr: stderr.text(),
      exitCode,
    }));
  }
}

/** Each command in a subshell (a builtin such as `exit` cannot end the batch), without input. */
function batchScript(commands: readonly Argv[], mark: string): string {
  const report = `printf '%s%s\\n' '${mark}' "next $c"`;
  return commands
    .map((argv) => `( ${toShell(argv)} ) </dev/null; c=$?; ${report}; ${report} >&2`)
    .join("\n");
}

/**
 * All commands in one write, all outputs in one answer. A link that was lost is opened again once:
 * questions change nothing, so they may be repeated.
 */
export async function ask(
  session: HostSession,
  commands: readonly Argv[],
  { timeoutMs }: { readonly timeoutMs: number },
): Promise<Result<readonly CommandOutput[]>> {
  if (commands.length === 0) return ok([]);
  if (hasNul(commands)) return fail(nulProblem(session.target));
  for (let attempt = 1; ; attempt++) {
    const batch = new BatchReader(commands.length);
    const done = await session.execute("ask", batchJob(commands, batch), { timeoutMs });
    if (!done.ok) return done;
    if (done.value.state === "exited") return ok(batch.outputs());
    if (done.value.state === "lost" && attempt === 1) continue;
    return fail(askProblem(session, { commands, batch, end: done.value, timeoutMs }));
  }
}

const batchJob = (commands: readonly Argv[], batch: BatchReader): ShellJob => ({
  script: (mark) => batchScript(commands, mark),
  onStdout: (bytes) => batch.data("stdout", bytes),
  onStderr: (bytes) => batch.data("stderr", bytes),
  onMark: (stream, text) => batch.next(stream, Number(text.split(" ")[1])),
});

interface Unanswered {
  readonly commands: readonly Argv[];
  readonly batch: BatchReader;
  readonly end: Execution;
  readonly timeoutMs: number;
}

function askProblem(
  session: HostSession,
  { commands, batch, end, timeoutMs }: Unanswered,
): Problem {
  if (end.state !== "timeout") return session.lost("a question");
  const hung = commands[batch.answered];
  return {
    code: "command.timeout",
    detail: `${session.target.hostName} did not answer within ${timeoutMs / 1000} s.`,
    remedies: ["Try again.", "Check the load of the host, and its disk."],
    hostId: session.target.hostId,
    ...(hung === undefined ? {} : { evidence: { command: toLog(hung), exitCode: null, tail: [] } }),
  };
}
