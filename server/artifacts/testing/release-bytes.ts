import { createHash } from "node:crypto";

/** The smallest program that looks like k3s of a version: an ELF head and the version as text. */
export function smallBinary(version: string, machine = 0x3e): Buffer {
  const head = Buffer.alloc(64);
  head.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  head[18] = machine;
  return Buffer.concat([
    head,
    Buffer.from(`github.com/k3s-io/k3s/pkg/version.Version=${version}\n`),
  ]);
}

/** Begins as every zstd archive does. */
export const smallImages = (text = "images"): Buffer =>
  Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), Buffer.from(text)]);

export const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
