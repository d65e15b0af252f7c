import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Artifact } from "@/lib/provision/host";

/** Large files by content: what is pushed to hosts is always what was checked. */
export interface ArtifactStore {
  has(sha256: string): Promise<boolean>;
  /** The file's bytes. The caller has made sure that it is there. */
  open(sha256: string): Readable;
  /** Takes a stream in; keeps it only when its checksum is the expected one. */
  add(
    expected: Artifact,
    source: Readable,
    onBytes: (bytes: number) => void,
  ): Promise<Result<void>>;
  /** A file that lies elsewhere on this machine and is served from there. */
  link(sha256: string, path: string): void;
}

/** The store in `folder`; files are named by their checksum. */
export function createArtifactStore(folder: string): ArtifactStore {
  const links = new Map<string, string>();
  const pathOf = (sha256: string) => links.get(sha256) ?? join(folder, sha256);
  return {
    has: (sha256) => isFile(pathOf(sha256)),
    open: (sha256) => createReadStream(pathOf(sha256), { highWaterMark: 1 << 20 }),
    link: (sha256, path) => void links.set(sha256, path),
    add: async (expected, source, onBytes) => {
      await mkdir(folder, { recursive: true });
      const part = join(folder, `${expected.sha256}.part`);
      const hash = createHash("sha256");
      const meter = new Transform({
        transform(chunk: Buffer, _encoding, next) {
          hash.update(chunk);
          onBytes(chunk.length);
          next(null, chunk);
        },
      });
      await pipeline(source, meter, createWriteStream(part));
      const actual = hash.digest("hex");
      if (actual === expected.sha256) {
        await rename(part, join(folder, expected.sha256));
        return ok(undefined);
      }
      await rm(part, { force: true });
      return fail({
        code: "artifact.checksum",
        detail: `${expected.name} has SHA-256 ${actual}, but ${expected.sha256} was promised. It was thrown away.`,
        remedies: ["Try again; if it stays, the mirror serves another file than the release."],
      });
    },
  };
}

const isFile = async (path: string) =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
