import { ask } from "@/lib/provision/fact";
import { artifactState } from "@/lib/provision/facts/artifact-stamp";
import type { Artifact } from "@/lib/provision/host";
import { type Action, change, defineStep, inSync } from "@/lib/provision/step";
import { script } from "@/lib/shell/argv";

export interface ArtifactInput {
  readonly artifact: Artifact;
  readonly path: string;
  /** Octal permission bits. */
  readonly mode: number;
  readonly why: string;
}

/** Where the panel notes what it pushed; a note is valid while size, time and inode are the same. */
const STAMP_FOLDER = "/var/lib/gandalf/artifacts";

const nameOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);
const stampPath = (path: string) => `${STAMP_FOLDER}/${nameOf(path)}`;

const NOTE = `umask 022; mkdir -p -- "\${2%/*}" && chmod "$4" -- "$1" && printf '%s %s\\n' "$3" "$(stat -c '%s %.9Y %i' -- "$1")" > "$2.new" && mv -- "$2.new" "$2"`;

/** Brings a large file to the host, once per version. */
export const artifactStep = defineStep({
  id: "artifact",
  typicalMs: 8_000,
  label: ({ path }: ArtifactInput) => nameOf(path),
  title: ({ artifact, path }: ArtifactInput) => `Push ${artifact.name} to ${path}`,
  why: ({ why }: ArtifactInput) => why,
  needs: ({ artifact, path }: ArtifactInput) => ({
    file: ask(artifactState, { path, stamp: stampPath(path), sizeBytes: artifact.sizeBytes }),
  }),
  decide: ({ artifact, path, mode }, { file }) => {
    const note: Action = {
      kind: "run",
      argv: script(NOTE, path, stampPath(path), artifact.sha256, mode.toString(8)),
      timeoutMs: 10_000,
      why: "note its checksum, so that it need not be read again",
    };
    if (file?.sha256 !== artifact.sha256)
      return change(
        file === null ? `push ${artifact.name}` : `replace ${path} by ${artifact.name}`,
        { kind: "put-artifact", artifact, path, mode },
        note,
      );
    if (file.noted && file.mode === mode) return inSync(artifact.name);
    return change(`${path} is ${artifact.name}: note it`, note);
  },
});
