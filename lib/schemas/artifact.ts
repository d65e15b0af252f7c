import { z } from "zod";
import { objectId } from "./ids";

/** Debian's names for what k3s is built for. */
export const arch = z.enum(["amd64", "arm64", "armhf"]);
export type Arch = z.infer<typeof arch>;

/** A release file as it lies in a bundle. */
export interface BundleFile {
  /** "k3s", "k3s-arm64", "k3s-airgap-images-amd64.tar.zst" */
  readonly name: string;
  readonly kind: "binary" | "images";
  readonly arch: Arch;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Whether the release's own checksum file named the same SHA-256. */
  readonly verified: boolean;
}

/** A set of release files of one k3s version that the panel can push without any download. */
export interface Bundle {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** Architectures for which there is a binary. */
  readonly arch: readonly Arch[];
  readonly files: readonly BundleFile[];
  /** Uploaded in the browser, or a folder that was named when the panel was started. */
  readonly origin: "uploaded" | "folder";
}

/** A bundle as the wizard shows it. */
export interface BundleRow extends Bundle {
  /** Clusters and drafts that name it; while there is one it cannot be removed. */
  readonly usedBy: readonly string[];
}

/** Answer of GET /artifacts/bundles. */
export interface BundlesAnswer {
  readonly bundles: readonly BundleRow[];
}

/** A release's lists of checksums have a few hundred bytes. */
export const MAX_CHECKSUMS_LENGTH = 65_536;

/** Body of POST /artifacts/bundles: what is about to be sent. Names are judged by `checkBundle`. */
export const beginUploadInput = z.object({
  files: z
    .array(
      z.object({
        name: z.string().min(1).max(255, "This is not a file of a k3s release."),
        sizeBytes: z.number().int().min(0),
      }),
    )
    .min(1, "Add k3s and its images.")
    .max(16, "A bundle has at most two files for each architecture."),
  /** Text of the release's checksum files, one after the other. */
  checksums: z.string().max(MAX_CHECKSUMS_LENGTH, "This is not a checksum file.").nullable(),
});
export type BeginUploadInput = z.infer<typeof beginUploadInput>;

/** Answer of POST /artifacts/bundles: files are sent to …/{id}/files/{name}. */
export interface BeginUploadAnswer {
  readonly upload: { readonly id: string };
}

/** Path parameters of PUT …/{id}/files/{name}; whether the name is one that was announced, the upload knows. */
export const bundleFileParams = z.object({ id: objectId, name: z.string().min(1).max(255) });

/** Answer of PUT …/{id}/files/{name}. */
export interface ReceivedFileAnswer {
  readonly file: BundleFile;
  /** The bundle, once this was its last file. */
  readonly bundle: BundleRow | null;
}

/** Answer of GET /k3s/versions: what a source offers. */
export interface VersionsAnswer {
  /** Newest first. */
  readonly versions: readonly string[];
  /** "stable" → version, where the source has channels. */
  readonly channels: readonly { readonly name: string; readonly latest: string }[];
}
