import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
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
  /** Takes a stream in; keeps it only when its checksum is the expected one. Throws what the disk or the stream throws. */
  add(
    expected: Artifact,
    source: Readable,
    onBytes: (bytes: number) => void,
  ): Promise<Result<void>>;
  /** A file that lies elsewhere on this machine and is served from there. */
  link(sha256: string, path: string): void;
  /** Removes what an earlier process was fetching when it ended. */
  clear(): Promise<void>;
}

/** The store in `folder`; files are named by their checksum. */
export function createArtifactStore(folder: string): ArtifactStore {
  const links = new Map<string, string>();
  const pathOf = (sha256: string) => links.get(sha256) ?? join(folder, sha256);
  return {
    has: (sha256) => isFile(pathOf(sha256)),
    open: (sha256) => createReadStream(pathOf(sha256), { highWaterMark: 1 << 20 }),
    link: (sha256, path) => void links.set(sha256, path),
    clear: async () => {
      const names = await readdir(folder).catch(() => []);
      const parts = names.filter((name) => name.endsWith(".part"));
      await Promise.all(parts.map((name) => rm(join(folder, name), { force: true })));
    },
    add: async (expected, source, onBytes) => {
      await mkdir(folder, { recursive: true });
      const part = join(folder, `${randomUUID()}.part`);
      try {
        const actual = await write(source, part, { expected, onBytes });
        if (actual !== expected.sha256) return fail(differs(expected, actual));
        await rename(part, join(folder, expected.sha256));
        links.delete(expected.sha256);
        return ok(undefined);
      } finally {
        await rm(part, { force: true });
      }
    },
  };
}

/** Writes all of it to the disk for good; answers its SHA-256. Stops where more comes than was promised. */
async function write(
  source: Readable,
  path: string,
  { expected, onBytes }: { expected: Artifact; onBytes: (bytes: number) => void },
): Promise<string> {
  const hash = createHash("sha256");
  let seenBytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      seenBytes += chunk.length;
      if (seenBytes > expected.sizeBytes)
        return next(new Error(`more than ${expected.sizeBytes} bytes came`));
      hash.update(chunk);
      onBytes(chunk.length);
      next(null, chunk);
    },
  });
  await pipeline(source, meter, createWriteStream(path, { mode: 0o600, flush: true }));
  return hash.digest("hex");
}

const differs = (expected: Artifact, actual: string) => ({
  code: "artifact.checksum" as const,
  detail: `${expected.name} has SHA-256 ${actual}, but ${expected.sha256} was promised. It was thrown away.`,
  remedies: ["Try again; if it stays, the mirror serves another file than the release."],
});

const isFile = async (path: string) =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
