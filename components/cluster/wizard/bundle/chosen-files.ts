import { type BundleProblems, checkBundle } from "@/lib/k3s-release/check-bundle";
import { HEAD_BYTES, headProblem, unreadable } from "@/lib/k3s-release/recognise-head";
import { isChecksumFile, releaseFile, withoutCopyNumber } from "@/lib/k3s-release/release-file";
import { MAX_CHECKSUMS_LENGTH } from "@/lib/schemas/artifact";

/** A file that was chosen, looked at before any of it is sent. */
export interface ChosenFile {
  /** As the release calls it: without a download folder's "(1)". */
  readonly name: string;
  readonly file: File;
  /** Text of a checksum file; null for every other file. */
  readonly checksums: string | null;
  /** What its first bytes give away. */
  readonly problem: string | null;
}

/** Reads what is needed to judge a file: its name and first bytes, or the text of a checksum file. */
export async function lookAt(file: File): Promise<ChosenFile> {
  const name = withoutCopyNumber(file.name);
  try {
    if (isChecksumFile(name)) {
      const checksums = await file.slice(0, MAX_CHECKSUMS_LENGTH).text();
      return { name, file, checksums, problem: null };
    }
    if (releaseFile(name) === null || file.size === 0)
      return { name, file, checksums: null, problem: null }; // `checkBundle` says it
    const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
    return { name, file, checksums: null, problem: headProblem(name, head) };
  } catch {
    return { name, file, checksums: null, problem: unreadable(name) };
  }
}

/** Chosen files with more of them; one of the same name takes the place of the earlier. */
export const withFiles = (
  chosen: readonly ChosenFile[],
  more: readonly ChosenFile[],
): readonly ChosenFile[] => [
  ...chosen.filter(({ name }) => !more.some((file) => file.name === name)),
  ...more.filter(({ name }, at) => more.findLastIndex((file) => file.name === name) === at),
];

/** The files that are sent, and the text of all checksum files. */
export function offerOf(chosen: readonly ChosenFile[]) {
  const sums = chosen.flatMap(({ checksums }) => checksums ?? []);
  return {
    files: chosen
      .filter(({ checksums }) => checksums === null)
      .map(({ name, file }) => ({ name, sizeBytes: file.size })),
    checksums: sums.length === 0 ? null : sums.join("\n"),
  };
}

/** What is wrong, by file name; "" for what is missing. Empty: they can be sent. */
export function problemsOf(chosen: readonly ChosenFile[]): BundleProblems {
  const { files, checksums } = offerOf(chosen);
  const heads = chosen.flatMap(({ name, problem }) => (problem === null ? [] : [[name, problem]]));
  return { ...checkBundle(files, checksums), ...(Object.fromEntries(heads) as BundleProblems) };
}
