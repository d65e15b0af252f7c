import { fail, type Result } from "@/lib/core/result";
import type { Artifact } from "@/lib/provision/host";
import type { K3sArtifacts } from "@/lib/provision/roles/inventory";
import type { Arch } from "@/lib/schemas/artifact";

/** A file of a release or bundle, with what it must be. */
interface NamedFile {
  readonly name: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** The two files that a node of one architecture needs. */
export interface ArchFiles {
  readonly binary: NamedFile;
  readonly images: NamedFile;
}

/** Release files under the names that steps, plans and logs call them. */
export function nameArtifacts(
  version: string,
  files: Readonly<Partial<Record<Arch, ArchFiles>>>,
): K3sArtifacts {
  const binary: Partial<Record<Arch, Artifact>> = {};
  const images: Partial<Record<Arch, { artifact: Artifact; fileName: string }>> = {};
  for (const [arch, found] of Object.entries(files) as [Arch, ArchFiles][]) {
    const named = ({ sha256, sizeBytes }: NamedFile, what: string): Artifact => ({
      sha256,
      sizeBytes,
      name: `${what} ${version} for ${arch}`,
    });
    binary[arch] = named(found.binary, "k3s");
    images[arch] = {
      artifact: named(found.images, "images of k3s"),
      fileName: found.images.name,
    };
  }
  return { binary, images, version };
}

/** A source does not have what is wanted. */
export const missing = (detail: string, ...remedies: string[]): Result<never> =>
  fail({ code: "artifact.unavailable", detail, remedies });
