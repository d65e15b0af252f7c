import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { fail, ok, type Result } from "@/lib/core/result";
import { parseChecksums } from "@/lib/k3s-release/checksums";
import { binaryName, imagesName } from "@/lib/k3s-release/release-file";
import type { Arch } from "@/lib/schemas/artifact";
import { guardedRequest, Refusal } from "./guarded-request";
import { publicReach, type Reach } from "./reach";

/** Source: k3s releases; a mirror has the same folders and file names below its own root. */
export const UPSTREAM_ROOT = "https://github.com/k3s-io/k3s/releases/download";
/** Source: k3s documentation, "Upgrades: release channels". */
export const UPSTREAM_CHANNELS = "https://update.k3s.io/v1-release/channels";

const MAX_TEXT_BYTES = 1 << 20;
/** Times that a download goes on after it ended early and nothing new came. */
const MAX_TRIES = 3;

/** A file of a release, as its checksum file promises it. */
export interface PromisedFile {
  readonly name: string;
  readonly url: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

interface Wanted {
  readonly version: string;
  readonly arch: Arch;
  readonly reach: Reach;
}

/** Binary and images of one architecture, with checksums read from the release itself. */
export async function readRelease(
  root: string,
  { version, arch, reach }: Wanted,
): Promise<Result<{ binary: PromisedFile; images: PromisedFile }>> {
  const folder = `${root.replace(/\/+$/, "")}/${encodeURIComponent(version)}`;
  const sums = await getText(`${folder}/sha256sum-${arch === "armhf" ? "arm" : arch}.txt`, reach);
  if (!sums.ok) return sums;
  const promised = parseChecksums(sums.value);
  const describe = (name: string) =>
    describeFile({ name, url: `${folder}/${name}`, sha256: promised.get(name), reach });
  const [binary, images] = await Promise.all([
    describe(binaryName(arch)),
    describe(smallestImages(promised, arch)),
  ]);
  if (!binary.ok) return binary;
  if (!images.ok) return images;
  return ok({ binary: binary.value, images: images.value });
}

/** The smallest form of the archive that this release has. */
function smallestImages(promised: ReadonlyMap<string, string>, arch: Arch): string {
  const base = imagesName(arch);
  return [`${base}.zst`, `${base}.gz`].find((name) => promised.has(name)) ?? base;
}

async function describeFile(file: {
  name: string;
  url: string;
  sha256: string | undefined;
  reach: Reach;
}): Promise<Result<PromisedFile>> {
  const { name, url, sha256, reach } = file;
  if (sha256 === undefined) return unavailable(url, "is not in the release's checksum file");
  const head = await request(url, { method: "HEAD", reach });
  if (!head.ok) return head;
  head.value.resume();
  const sizeBytes = Number(head.value.headers["content-length"] ?? Number.NaN);
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes <= 0) return unavailable(url, "has no size");
  return ok({ name, url, sha256, sizeBytes });
}

/**
 * The file's bytes as they arrive. A download that breaks off goes on from there, as long as tries bring something;
 * else the stream fails.
 */
export async function downloadFile(
  file: PromisedFile,
  reach: Reach,
  say: (line: string) => void,
): Promise<Result<Readable>> {
  const first = await request(file.url, { method: "GET", reach });
  if (!first.ok) return first;
  return ok(
    Readable.from(bytesOf(file, { first: first.value, reach, say }), { objectMode: false }),
  );
}

interface Download {
  readonly first: IncomingMessage;
  readonly reach: Reach;
  readonly say: (line: string) => void;
}

async function* bytesOf(file: PromisedFile, { first, reach, say }: Download) {
  let receivedBytes = 0;
  let tries = 0;
  let answer = first;
  for (;;) {
    const beforeBytes = receivedBytes;
    let where: string;
    try {
      for await (const block of answer as AsyncIterable<Buffer>) {
        receivedBytes += block.length;
        yield block;
      }
      return; // a whole answer; whether it is the right one, its checksum says
    } catch (error) {
      where = `broke off after ${receivedBytes} of ${file.sizeBytes} bytes (${reason(error)})`;
    }
    tries = receivedBytes > beforeBytes ? 1 : tries + 1;
    if (tries > MAX_TRIES) throw new Error(`it ${where}`);
    say(`${file.name}: the download ${where}; going on from there`);
    answer = await goOn(file, receivedBytes, reach);
  }
}

/** The rest of a file. Source: RFC 9110, section 14: range requests. */
async function goOn(file: PromisedFile, fromByte: number, reach: Reach): Promise<IncomingMessage> {
  const headers = { range: `bytes=${fromByte}-` };
  const answer = await request(file.url, { method: "GET", headers, reach });
  if (!answer.ok) throw new Error(answer.problem.detail.replace(/\.$/, ""));
  const range = answer.value.headers["content-range"] ?? "";
  if (answer.value.statusCode === 206 && range.startsWith(`bytes ${fromByte}-`))
    return answer.value;
  answer.value.destroy();
  throw new Error(
    `it broke off after ${fromByte} of ${file.sizeBytes} bytes and cannot be resumed`,
  );
}

/** Small text, such as a checksum file. */
export async function getText(url: string, reach = publicReach): Promise<Result<string>> {
  const answer = await request(url, { method: "GET", reach });
  if (!answer.ok) return answer;
  const blocks: Buffer[] = [];
  let sizeBytes = 0;
  try {
    for await (const block of answer.value as AsyncIterable<Buffer>) {
      sizeBytes += block.length;
      if (sizeBytes > MAX_TEXT_BYTES) return unavailable(url, "is larger than 1 MiB");
      blocks.push(block);
    }
  } catch (error) {
    return unavailable(url, `ended early (${reason(error)})`);
  }
  return ok(Buffer.concat(blocks).toString("utf8"));
}

async function request(
  url: string,
  asked: Parameters<typeof guardedRequest>[1],
): Promise<Result<IncomingMessage>> {
  try {
    const answer = await guardedRequest(url, asked);
    const { statusCode = 0 } = answer;
    if (statusCode >= 200 && statusCode < 300) return ok(answer);
    answer.destroy();
    return unavailable(url, `answered ${statusCode}`);
  } catch (error) {
    if (error instanceof Refusal) return unavailable(url, error.message);
    return unavailable(url, `did not answer (${reason(error)})`);
  }
}

function reason(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  if (error instanceof Error && "code" in error) return String(error.code);
  return error instanceof Error ? error.name : "no reason given";
}

const unavailable = (url: string, what: string) =>
  fail({
    code: "artifact.unavailable" as const,
    detail: `${url} ${what}.`,
    remedies: [
      "Check that the panel's machine reaches it and that this k3s version exists.",
      "Or use a mirror or a bundle: the wizard's Settings step, k3s comes from.",
    ],
  });
