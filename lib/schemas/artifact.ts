import { z } from "zod";

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
}

/** A set of release files of one k3s version that the panel can push without any download. */
export interface BundleRow {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** Architectures for which there is a binary. */
  readonly arch: readonly Arch[];
  readonly files: readonly BundleFile[];
}

/** Answer of GET /artifacts/bundles. */
export interface BundlesAnswer {
  readonly bundles: readonly BundleRow[];
}

/** Answer of GET /k3s/versions: what a source offers. */
export interface VersionsAnswer {
  /** Newest first. */
  readonly versions: readonly string[];
  /** "stable" → version, where the source has channels. */
  readonly channels: readonly { readonly name: string; readonly latest: string }[];
}
