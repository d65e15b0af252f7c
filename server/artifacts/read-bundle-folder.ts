import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { fail, ok, type Result } from "@/lib/core/result";
import { createVersionReader } from "@/lib/k3s-release/mentioned-version";
import { releaseFile } from "@/lib/k3s-release/release-file";
import type { Bundle, BundleFile } from "@/lib/schemas/artifact";

/** Reads a folder of release files: checksums, architectures and the version inside the binary. */
export async function readBundleFolder(id: string, folder: string): Promise<Result<Bundle>> {
  const names = await readdir(folder).catch(() => null);
  if (names === null) return unusable(folder, "cannot be read");
  const files: BundleFile[] = [];
  const versions: string[] = [];
  for (const name of names.toSorted()) {
    const release = releaseFile(name);
    if (release === null) continue;
    const { version, ...facts } = await readFileFacts(join(folder, name), release.kind);
    files.push({ name, ...release, ...facts, verified: false });
    if (version !== null) versions.push(version);
  }
  const [version, other] = new Set(versions);
  if (version === undefined) return unusable(folder, "holds no k3s binary");
  if (other !== undefined) return unusable(folder, `holds both ${version} and ${other}`);
  const arch = files.filter((file) => file.kind === "binary").map((file) => file.arch);
  return ok({ id, name: `k3s ${version}`, version, arch, files, origin: "folder" });
}

const unusable = (folder: string, what: string) =>
  fail({
    code: "artifact.unavailable" as const,
    detail: `The bundle folder ${folder} ${what}.`,
    remedies: [
      "Name a folder with k3s (or k3s-arm64) and k3s-airgap-images-<arch>.tar of one release in it.",
    ],
  });

/** One pass: checksum, size, and for a binary its version. */
async function readFileFacts(path: string, kind: BundleFile["kind"]) {
  const { size } = await stat(path);
  const hash = createHash("sha256");
  const version = kind === "binary" ? createVersionReader() : null;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = chunk as Buffer;
    hash.update(bytes);
    version?.add(bytes.toString("latin1"));
  }
  return { sizeBytes: size, sha256: hash.digest("hex"), version: version?.end() ?? null };
}
