import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { script } from "@/lib/shell/argv";
import { unreadable } from "./unreadable";

export interface FileDigest {
  /** 64 hex digits. */
  readonly sha256: string;
  /** Octal permission bits, e.g. 0o600. */
  readonly mode: number;
  /** "user:group". */
  readonly owner: string;
}

const ABSENT = 44;
const READ = `[ -e "$1" ] || exit ${ABSENT}; stat -L -c '%a %U:%G' -- "$1" && sha256sum < "$1"`;

/** What a file with secrets is, without reading it across; null when there is none. */
export const fileDigest: Fact<{ readonly path: string }, FileDigest | null> = {
  id: "file-digest",
  command: ({ path }) => script(READ, path),
  parse: (output, { path }) => {
    if (output.exitCode === ABSENT) return ok(null);
    const found = /^([0-7]{1,4}) (\S+:\S+)\n([0-9a-f]{64}) /.exec(output.stdout);
    if (output.exitCode !== 0 || found === null) return unreadable(path, output);
    const [, mode = "", owner = "", sha256 = ""] = found;
    return ok({ sha256, mode: Number.parseInt(mode, 8), owner });
  },
};
