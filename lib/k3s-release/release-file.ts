import type { Arch } from "@/lib/schemas/artifact";

/** The program, or the container images it needs without a registry. */
export type ReleaseFileKind = "binary" | "images";

export interface ReleaseFile {
  readonly kind: ReleaseFileKind;
  readonly arch: Arch;
}

/** Source: assets of a k3s-io/k3s release; 32-bit ARM is "armhf" in one name and "arm" in the others. */
const KNOWN: ReadonlyMap<string, ReleaseFile> = new Map<string, ReleaseFile>([
  ["k3s", { kind: "binary", arch: "amd64" }],
  ["k3s-arm64", { kind: "binary", arch: "arm64" }],
  ["k3s-armhf", { kind: "binary", arch: "armhf" }],
  ...images("amd64", "amd64"),
  ...images("arm64", "arm64"),
  ...images("arm", "armhf"),
]);

function images(named: string, arch: Arch): readonly (readonly [string, ReleaseFile])[] {
  return ["", ".gz", ".zst"].map(
    (packed) => [`k3s-airgap-images-${named}.tar${packed}`, { kind: "images", arch }] as const,
  );
}

/** What a release file is, by its exact name; null for every other name, however it is spelled. */
export const releaseFile = (name: string): ReleaseFile | null => KNOWN.get(name) ?? null;

/** Name of the binary of an architecture. */
export const binaryName = (arch: Arch): string => (arch === "amd64" ? "k3s" : `k3s-${arch}`);

/** Name of an architecture's unpacked archive of images; ".zst" and ".gz" may follow. */
export const imagesName = (arch: Arch): string =>
  `k3s-airgap-images-${arch === "armhf" ? "arm" : arch}.tar`;

/** Source: assets of a k3s-io/k3s release. */
const CHECKSUMS = /^sha256sum-(?:amd64|arm64|arm)\.txt$/;

/** Whether a name is that of a release's checksum file. */
export const isChecksumFile = (name: string): boolean => CHECKSUMS.test(name);

/** The name before a browser's download folder numbered it: "k3s (1)" and "k3s(1)" are "k3s". */
export const withoutCopyNumber = (name: string): string =>
  name.replace(/ ?\(\d{1,3}\)(?=$|\.[a-z]{2,3}$|\.tar(?:\.(?:gz|zst))?$)/, "");
