import type { Arch } from "@/lib/schemas/artifact";
import { parseChecksums } from "./checksums";
import {
  type ReleaseFile,
  type ReleaseFileKind,
  binaryName,
  imagesName,
  releaseFile,
} from "./release-file";

/** A file that somebody wants to upload. */
export interface OfferedFile {
  readonly name: string;
  readonly sizeBytes: number;
}

/** No release has come near it: the largest, unpacked images, is under 1 GiB. */
export const MAX_FILE_BYTES = 2 * 1024 ** 3;

/** What is wrong with a set of files, by file name; under "" what is missing. Empty: it can be uploaded. */
export type BundleProblems = Readonly<Record<string, string>>;

/** Judges names, sizes and completeness before a byte travels. Browser and panel ask the same rules. */
export function checkBundle(
  files: readonly OfferedFile[],
  checksums: string | null,
): BundleProblems {
  const problems: Record<string, string> = Object.create(null) as Record<string, string>;
  const promised = checksums === null ? null : parseChecksums(checksums);
  const seen = new Set<string>();
  for (const file of files) {
    const problem = seen.has(file.name)
      ? `${file.name} is there twice.`
      : fileProblem(file, promised);
    seen.add(file.name);
    if (problem !== null) problems[file.name] ??= problem;
  }
  const missing = missingPart(files);
  if (missing !== null) problems[""] = missing;
  return problems;
}

function fileProblem(
  { name, sizeBytes }: OfferedFile,
  promised: ReadonlyMap<string, string> | null,
): string | null {
  if (releaseFile(name) === null)
    return "This is not a file of a k3s release. Names are k3s, k3s-arm64, k3s-airgap-images-arm64.tar.zst and their like.";
  if (sizeBytes === 0) return `${name} is empty.`;
  if (sizeBytes > MAX_FILE_BYTES) return `${name} is larger than 2 GiB, so it is not a k3s file.`;
  if (promised !== null && !promised.has(name))
    return `${name} is not in the checksum file. Add the one of its architecture, or leave checksums out.`;
  return null;
}

/** A bundle has one binary and one archive of images for each of its architectures. */
function missingPart(files: readonly OfferedFile[]): string | null {
  const known = files.flatMap(({ name }) => releaseFile(name) ?? []);
  if (known.length === 0) return "Add k3s and its images for at least one architecture.";
  const count = (arch: Arch, kind: ReleaseFileKind) =>
    known.filter((file: ReleaseFile) => file.arch === arch && file.kind === kind).length;
  for (const arch of new Set(known.map((file) => file.arch))) {
    if (count(arch, "binary") === 0)
      return `The binary for ${arch} is missing: ${binaryName(arch)}.`;
    if (count(arch, "images") === 0)
      return `The images for ${arch} are missing: ${imagesName(arch)}.zst, .gz or the plain .tar.`;
    if (count(arch, "images") > 1) return `One archive of images for ${arch} is enough.`;
  }
  return null;
}
