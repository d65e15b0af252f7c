import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { fail, ok, type Result } from "@/lib/core/result";
import type { BundleFile, BundleRow } from "@/lib/schemas/artifact";
import type { Arch } from "@/lib/schemas/artifact";

/** File names of a release. Source: k3s-io/k3s release assets (K3S facts, "Release files"). */
const BINARY: Readonly<Record<string, Arch>> = {
  k3s: "amd64",
  "k3s-arm64": "arm64",
  "k3s-armhf": "armhf",
};
const IMAGES = /^k3s-airgap-images-(amd64|arm64|arm)\.tar(\.(gz|zst))?$/;
const VERSION = /v\d+\.\d+\.\d+\+k3s\d+(?:-[a-z0-9.]+)?/g;

/** What a release file is, by its name; null for anything else. */
export function releaseFile(name: string): Pick<BundleFile, "kind" | "arch"> | null {
  const arch = BINARY[name];
  if (arch !== undefined) return { kind: "binary", arch };
  const images = IMAGES.exec(name)?.[1];
  if (images === undefined) return null;
  return { kind: "images", arch: images === "arm" ? "armhf" : (images as Arch) };
}

/** Reads a folder of release files: checksums, architectures and the version inside the binary. */
export async function readBundleFolder(id: string, folder: string): Promise<Result<BundleRow>> {
  const names = await readdir(folder).catch(() => null);
  if (names === null) return unusable(folder, "cannot be read");
  const files: BundleFile[] = [];
  const versions: string[] = [];
  for (const name of names.toSorted()) {
    const release = releaseFile(name);
    if (release === null) continue;
    const { version, ...facts } = await readFileFacts(join(folder, name), release.kind);
    files.push({ name, ...release, ...facts });
    if (version !== null) versions.push(version);
  }
  const [version] = versions;
  if (version === undefined) return unusable(folder, "holds no k3s binary");
  const arch = files.filter((file) => file.kind === "binary").map((file) => file.arch);
  return ok({ id, name: `k3s ${version}`, version, arch, files });
}

const unusable = (folder: string, what: string) =>
  fail({
    code: "artifact.unavailable" as const,
    detail: `The bundle folder ${folder} ${what}.`,
    remedies: ["Name a folder with k3s (or k3s-arm64) and k3s-airgap-images-<arch>.tar in it."],
  });

/** One pass: checksum, size, and for a binary the version that it mentions most. */
async function readFileFacts(path: string, kind: BundleFile["kind"]) {
  const { size } = await stat(path);
  const hash = createHash("sha256");
  const mentions = new Map<string, number>();
  let seam = "";
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = chunk as Buffer;
    hash.update(bytes);
    if (kind !== "binary") continue;
    const text = seam + bytes.toString("latin1");
    for (const [version] of text.matchAll(VERSION))
      mentions.set(version, (mentions.get(version) ?? 0) + 1);
    seam = text.slice(-64);
  }
  const [version = null] = [...mentions].sort((a, b) => b[1] - a[1]).map(([found]) => found);
  return { sizeBytes: size, sha256: hash.digest("hex"), version };
}
