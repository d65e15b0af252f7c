import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Arch } from "@/lib/schemas/artifact";

/** Source: k3s releases; a mirror has the same folders and file names below its own root. */
export const UPSTREAM_ROOT = "https://github.com/k3s-io/k3s/releases/download";
/** Source: k3s documentation, "Upgrades: release channels". */
export const UPSTREAM_CHANNELS = "https://update.k3s.io/v1-release/channels";

const ANSWER_TIMEOUT_MS = 20_000;

/** A file of a release, as its checksum file promises it. */
export interface ReleaseFile {
  readonly name: string;
  readonly url: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

const BINARY_NAME = { amd64: "k3s", arm64: "k3s-arm64", armhf: "k3s-armhf" } as const;
const RELEASE_ARCH = { amd64: "amd64", arm64: "arm64", armhf: "arm" } as const;

/** Binary and images of one architecture, with checksums read from the release itself. */
export async function readRelease(
  root: string,
  version: string,
  arch: Arch,
): Promise<Result<{ binary: ReleaseFile; images: ReleaseFile }>> {
  const folder = `${root.replace(/\/+$/, "")}/${encodeURIComponent(version)}`;
  const sums = await getText(`${folder}/sha256sum-${RELEASE_ARCH[arch]}.txt`);
  if (!sums.ok) return sums;
  const promised = parseChecksums(sums.value);
  const wanted = [BINARY_NAME[arch], imagesName(promised, arch)] as const;
  const [binary, images] = await Promise.all(
    wanted.map((name) => describe(folder, name, promised)),
  );
  if (binary === undefined || images === undefined) throw new Error("two files were asked for");
  if (!binary.ok) return binary;
  if (!images.ok) return images;
  return ok({ binary: binary.value, images: images.value });
}

/** "<64 hex>  <name>" lines, as sha256sum writes them. */
export function parseChecksums(text: string): ReadonlyMap<string, string> {
  const lines = text.matchAll(/^([0-9a-f]{64})[ \t]+\*?(\S+)[ \t]*$/gm);
  return new Map([...lines].map(([, sum = "", name = ""]) => [name, sum]));
}

/** The smallest form of the archive that this release has. */
function imagesName(promised: ReadonlyMap<string, string>, arch: Arch): string {
  const base = `k3s-airgap-images-${RELEASE_ARCH[arch]}.tar`;
  return [`${base}.zst`, `${base}.gz`].find((name) => promised.has(name)) ?? base;
}

async function describe(
  folder: string,
  name: string,
  promised: ReadonlyMap<string, string>,
): Promise<Result<ReleaseFile>> {
  const url = `${folder}/${name}`;
  const sha256 = promised.get(name);
  if (sha256 === undefined) return unavailable(url, "is not in the release's checksum file");
  const head = await request(url, "HEAD");
  if (!head.ok) return head;
  const sizeBytes = Number(head.value.headers.get("content-length") ?? Number.NaN);
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes <= 0) return unavailable(url, "has no size");
  return ok({ name, url, sha256, sizeBytes });
}

/** The file's bytes as they arrive. */
export async function downloadFile(file: ReleaseFile): Promise<Result<Readable>> {
  const answer = await request(file.url, "GET");
  if (!answer.ok) return answer;
  if (answer.value.body === null) return unavailable(file.url, "is empty");
  return ok(Readable.fromWeb(answer.value.body as ReadableStream));
}

/** Small text, such as a checksum file. */
export async function getText(url: string): Promise<Result<string>> {
  const answer = await request(url, "GET");
  if (!answer.ok) return answer;
  const text = await answer.value.text();
  return text.length <= 1 << 20 ? ok(text) : unavailable(url, "is larger than 1 MiB");
}

async function request(url: string, method: "GET" | "HEAD"): Promise<Result<Response>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), ANSWER_TIMEOUT_MS);
  try {
    const answer = await fetch(url, { method, signal: abort.signal });
    return answer.ok ? ok(answer) : unavailable(url, `answered ${answer.status}`);
  } catch (error) {
    return unavailable(url, `did not answer (${reason(error)})`);
  } finally {
    clearTimeout(timer);
  }
}

function reason(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (cause instanceof Error && "code" in cause) return String(cause.code);
  return cause instanceof Error ? cause.name : "no reason given";
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
