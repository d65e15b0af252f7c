import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { script } from "@/lib/shell/argv";
import { unreadable } from "./unreadable";

export interface FileState {
  readonly text: string;
  /** Octal permission bits, e.g. 0o644. */
  readonly mode: number;
  /** "user:group". */
  readonly owner: string;
}

/** Source: our own choice, outside the exit codes of cat and stat (1) and of the shell (126 and up). */
const ABSENT = 44;

const READ = `[ -e "$1" ] || exit ${ABSENT}; stat -L -c '%a %U:%G' -- "$1" && cat -- "$1"`;

/** A text file with its permissions; null when there is none. Not for files with secrets. */
export const fileState: Fact<{ readonly path: string }, FileState | null> = {
  id: "file-state",
  command: ({ path }) => script(READ, path),
  parse: (output, { path }) => {
    if (output.exitCode === ABSENT) return ok(null);
    const head = /^([0-7]{1,4}) (\S+:\S+)\n/.exec(output.stdout);
    if (output.exitCode !== 0 || head === null) return unreadable(path, output);
    const [line, mode = "", owner = ""] = head;
    return ok({ text: output.stdout.slice(line.length), mode: Number.parseInt(mode, 8), owner });
  },
};
