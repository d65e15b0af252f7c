import { ok, type Result } from "@/lib/core/result";
import type { K3sArtifacts } from "@/lib/provision/roles/inventory";
import type { Arch, Bundle } from "@/lib/schemas/artifact";
import { type ArchFiles, missing, nameArtifacts } from "./name-artifacts";

/** What a cluster needs of a bundle. Fails where the bundle is of another version or lacks an architecture. */
export function resolveBundle(
  bundle: Bundle,
  { version, arches }: { readonly version: string; readonly arches: readonly Arch[] },
): Result<K3sArtifacts> {
  if (bundle.version !== version) {
    return missing(
      `The bundle holds ${bundle.version}, not ${version}.`,
      `Choose version ${bundle.version} for this cluster.`,
    );
  }
  const files: Partial<Record<Arch, ArchFiles>> = {};
  for (const arch of arches) {
    const find = (kind: "binary" | "images") =>
      bundle.files.find((file) => file.arch === arch && file.kind === kind);
    const binary = find("binary");
    const images = find("images");
    if (binary === undefined || images === undefined) {
      return missing(
        `The bundle has no k3s for ${arch}.`,
        bundle.origin === "folder"
          ? `Add the ${arch} files of the release to its folder.`
          : `Upload a bundle with the files of ${bundle.arch.join(", ")} and ${arch} together.`,
      );
    }
    files[arch] = { binary, images };
  }
  return ok(nameArtifacts(version, files));
}
