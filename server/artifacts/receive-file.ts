import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { type Readable, Transform, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import type { OfferedFile } from "@/lib/k3s-release/check-bundle";
import { createVersionReader } from "@/lib/k3s-release/mentioned-version";
import { HEAD_BYTES, headProblem } from "@/lib/k3s-release/recognise-head";
import { releaseFile } from "@/lib/k3s-release/release-file";
import { explainWrite } from "./explain-write";

/** What a file turned out to be, once it is on the disk. */
export interface Received {
  readonly sha256: string;
  /** Of a binary: the k3s version inside it. */
  readonly version: string | null;
}

/** Where one file is written to, and what it has to be. */
export interface Reception {
  readonly file: OfferedFile;
  /** null: nobody promised one. */
  readonly promisedSha256: string | null;
  readonly path: string;
  readonly signal: AbortSignal;
  /** Opens the file on the disk; a test opens a full one. */
  readonly open?: (path: string) => Writable;
}

/** A new file, on the disk for good before it counts. */
const openFile = (path: string): Writable =>
  createWriteStream(path, { flags: "wx", mode: 0o600, flush: true });

/**
 * Streams one uploaded file to `path`, reading its checksum and version on the way. Whatever goes wrong (refused,
 * aborted, disk full), nothing is left at `path`. Bytes of a file that was refused early are read and forgotten, so
 * that the browser gets to hear why.
 */
export async function receiveFile(
  source: Readable,
  reception: Reception,
): Promise<Result<Received>> {
  const { file, path, signal, open = openFile } = reception;
  const reader = createReader(file);
  try {
    await pipeline(source, reader.meter, open(path), { signal });
    const received = reader.end();
    const problem = received.ok ? mismatch(received.value, reception) : received.problem;
    if (problem === null) return received;
    await rm(path, { force: true });
    return fail(problem);
  } catch (error) {
    await rm(path, { force: true });
    return fail(explainWrite(error) ?? cutShort(file.name));
  }
}

/** Counts, hashes and recognises blocks as they pass; a file that is refused passes no further. */
function createReader(file: OfferedFile) {
  const hash = createHash("sha256");
  const version = releaseFile(file.name)?.kind === "binary" ? createVersionReader() : null;
  let head: Buffer | null = Buffer.alloc(0);
  let sizeBytes = 0;
  let refusal: Problem | null = null;

  const judgeHead = () => {
    if (head === null) return;
    const detail = headProblem(file.name, head);
    head = null;
    if (detail !== null) refusal = refused(file.name, detail);
  };
  const look = (block: Buffer) => {
    sizeBytes += block.length;
    if (sizeBytes > file.sizeBytes) refusal ??= wrongSize(file);
    if (head !== null) head = Buffer.concat([head, block.subarray(0, HEAD_BYTES)]);
    if (head !== null && head.length >= HEAD_BYTES) judgeHead();
    if (refusal !== null) return;
    hash.update(block);
    version?.add(block.toString("latin1"));
  };
  const meter = new Transform({
    transform(block: Buffer, _encoding, next) {
      look(block);
      if (sizeBytes > 2 * file.sizeBytes + (1 << 20)) return next(new Error("endless upload"));
      next(null, refusal === null ? block : undefined);
    },
  });
  return {
    meter,
    end: (): Result<Received> => {
      judgeHead();
      if (refusal === null && sizeBytes !== file.sizeBytes) refusal = wrongSize(file);
      if (refusal !== null) return fail(refusal);
      return ok({ sha256: hash.digest("hex"), version: version?.end() ?? null });
    },
  };
}

function mismatch({ sha256, version }: Received, reception: Reception): Problem | null {
  const { file, promisedSha256 } = reception;
  if (promisedSha256 !== null && promisedSha256 !== sha256)
    return {
      code: "artifact.checksum",
      detail: `${file.name} has SHA-256 ${sha256}, but the checksum file promises ${promisedSha256}. It was thrown away.`,
      remedies: [
        "Download the file again, from the same release as the checksum file.",
        "Upload it again: the copy may have been damaged on the way.",
      ],
      fields: { [file.name]: "Its SHA-256 is not the one in the checksum file." },
    };
  if (version === null && releaseFile(file.name)?.kind === "binary")
    return refused(file.name, `${file.name} names no k3s version, so it is not k3s.`);
  return null;
}

const refused = (name: string, detail: string): Problem => ({
  code: "input.invalid",
  detail,
  remedies: [`Download ${name} from the k3s release page and choose that file.`],
  fields: { [name]: detail },
});

const wrongSize = ({ name, sizeBytes }: OfferedFile): Problem =>
  refused(name, `${name} does not have the ${sizeBytes} bytes that were announced.`);

const cutShort = (name: string): Problem => ({
  code: "input.invalid",
  detail: `The upload of ${name} was cut short. Nothing of it was kept.`,
  remedies: ["Upload it again."],
  fields: { [name]: "The upload was cut short." },
});
