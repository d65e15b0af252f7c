import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { script } from "@/lib/shell/argv";
import { unreadable } from "./unreadable";

export interface ArtifactState {
  /** Checksum of the file as it is: noted by the panel, or computed when there is no valid note. */
  readonly sha256: string;
  /** Whether the note beside it is valid, so that it need not be read again. */
  readonly noted: boolean;
  readonly mode: number;
}

/**
 * Size, time of change and inode say that the file is the one whose checksum was noted. Only without
 * a valid note, and only when the size is right, the file itself is read.
 */
const READ = `[ -f "$1" ] || exit 44
now=$(stat -c '%s %.9Y %i' -- "$1"); mode=$(stat -c %a -- "$1")
if [ -f "$2" ] && IFS= read -r note < "$2" && [ "\${note#* }" = "$now" ]; then
  printf '%s noted %s\\n' "\${note%% *}" "$mode"
elif [ "\${now%% *}" = "$3" ]; then
  sum=$(sha256sum < "$1"); printf '%s read %s\\n' "\${sum%% *}" "$mode"
else printf '%s other %s\\n' - "$mode"; fi`;

interface Args {
  readonly path: string;
  readonly stamp: string;
  readonly sizeBytes: number;
}

/** Which version of a pushed file the host has; null when it has none. */
export const artifactState: Fact<Args, ArtifactState | null> = {
  id: "artifact",
  command: ({ path, stamp, sizeBytes }) => script(READ, path, stamp, sizeBytes),
  parse: (output, { path }) => {
    if (output.exitCode === 44) return ok(null);
    const found = /^([0-9a-f]{64}|-) (noted|read|other) ([0-7]{3,4})$/m.exec(output.stdout);
    if (output.exitCode !== 0 || found === null) return unreadable(path, output);
    const [, sha256 = "", how, mode = ""] = found;
    return ok({ sha256, noted: how === "noted", mode: Number.parseInt(mode, 8) });
  },
};
