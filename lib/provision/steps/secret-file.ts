import { sha256Hex } from "@/lib/core/digest";
import { revealText, type Text } from "@/lib/core/text";
import type { FileDigest } from "@/lib/provision/facts/file-digest";
import { ask } from "@/lib/provision/fact";
import { fileDigest } from "@/lib/provision/facts/file-digest";
import { change, defineStep, inSync } from "@/lib/provision/step";
import { makeFolder } from "./make-folder";

export interface SecretFileInput {
  readonly path: string;
  readonly content: Text;
  readonly why: string;
}

const PLACE = { mode: 0o600, owner: "root:root" } as const;

/** Whether the host has exactly this secret content, for root only. Compared by checksum. */
export function secretGap(file: FileDigest | null, content: Text): string | null {
  if (file === null) return "create it";
  if (file.sha256 !== sha256Hex(revealText(content))) return "new content";
  if (file.mode !== PLACE.mode) return "root alone may read it";
  return file.owner === PLACE.owner ? null : `owner ${file.owner} → ${PLACE.owner}`;
}

/** Writes a file with secrets. The one before never leaves the host. */
export const writeSecret = (path: string, content: Text, gap: string) =>
  change(`${path}: ${gap}`, makeFolder(path, "0700"), {
    kind: "write-file",
    previous: null,
    file: { path, content, ...PLACE },
  });

/** A file that only root can read. */
export const secretFileStep = defineStep({
  id: "secret-file",
  typicalMs: 120,
  label: (_: SecretFileInput) => "secrets",
  title: ({ path }: SecretFileInput) => `Write ${path}`,
  why: ({ why }: SecretFileInput) => why,
  needs: ({ path }: SecretFileInput) => ({ file: ask(fileDigest, { path }) }),
  decide: ({ path, content }, { file }) => {
    const gap = secretGap(file, content);
    return gap === null ? inSync(`${path} is as it shall be`) : writeSecret(path, content, gap);
  },
});
