import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, statfs } from "node:fs/promises";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import type { Clock } from "@/lib/core/clock";
import { done, fail, ok, type Result } from "@/lib/core/result";
import { checkBundle, type OfferedFile } from "@/lib/k3s-release/check-bundle";
import { parseChecksums } from "@/lib/k3s-release/checksums";
import { releaseFile } from "@/lib/k3s-release/release-file";
import type { BeginUploadInput, Bundle, BundleFile } from "@/lib/schemas/artifact";
import type { BundleShelf } from "./bundle-shelf";
import { explainWrite, noRoom } from "./explain-write";
import { type Received, receiveFile } from "./receive-file";
import { tooMany, twice, unfit, unknownUpload } from "./upload-problems";

/** Left for the database, its journal and backups. */
const RESERVE_BYTES = 512 * 1024 ** 2;
/** An upload in which nothing happened for this long was left behind between two files. */
const IDLE_MS = 600_000;
const MAX_UPLOADS = 4;

interface Upload {
  readonly id: string;
  readonly folder: string;
  readonly offered: readonly OfferedFile[];
  readonly promised: ReadonlyMap<string, string>;
  readonly files: Map<string, BundleFile>;
  /** Names that are on their way now. */
  readonly receiving: Set<string>;
  readonly stop: AbortController;
  version: string | null;
  touchedMs: number;
}

/** A file that has arrived, and the bundle when it was the last one. */
export interface Arrival {
  readonly file: BundleFile;
  readonly bundle: Bundle | null;
}

interface Parts {
  readonly folder: string;
  readonly shelf: BundleShelf;
  readonly clock: Clock;
  /** Bytes that may be written to a folder; a test says a small number. */
  readonly freeBytes?: (folder: string) => Promise<number>;
  readonly open?: (path: string) => Writable;
}

/** Uploads that are under way. They live as long as the process: what a restart finds is removed. */
export interface BundleUploads {
  /** Removes what an earlier process left. */
  clear(): Promise<void>;
  begin(input: BeginUploadInput): Promise<Result<string>>;
  /** Takes a file in. One that fails, or is cut short, ends the whole upload and removes what it brought. */
  receive(id: string, name: string, source: Readable): Promise<Result<Arrival>>;
  /** Ends an upload and removes what it brought. False: there is no such upload. */
  discard(id: string): Promise<boolean>;
  stopAll(): Promise<void>;
}

const freeOnDisk = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize - RESERVE_BYTES;
};

/** Keeps unfinished uploads in folders of their own below `folder`, and hands complete ones to the shelf. */
export function createBundleUploads(parts: Parts): BundleUploads {
  const { folder, clock, freeBytes = freeOnDisk } = parts;
  const uploads = new Map<string, Upload>();

  const discard = async (id: string): Promise<boolean> => {
    const upload = uploads.get(id);
    if (upload === undefined) return false;
    uploads.delete(id);
    upload.stop.abort();
    await rm(upload.folder, { recursive: true, force: true });
    return true;
  };
  const sweep = async () => {
    for (const { id, receiving, touchedMs } of uploads.values())
      if (receiving.size === 0 && touchedMs + IDLE_MS < clock.nowMs()) await discard(id);
  };

  return {
    clear: () => rm(folder, { recursive: true, force: true }),
    begin: async ({ files, checksums }) => {
      const problems = checkBundle(files, checksums);
      if (Object.keys(problems).length > 0) return fail(unfit(problems));
      await sweep();
      if (uploads.size >= MAX_UPLOADS) return fail(tooMany(MAX_UPLOADS));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const need = total(files);
      const room = (await freeBytes(folder)) - outstanding([...uploads.values()]);
      if (need > room) return fail(noRoom(need, room));
      const upload = newUpload(folder, { files, checksums, nowMs: clock.nowMs() });
      uploads.set(upload.id, upload);
      await mkdir(upload.folder, { mode: 0o700 });
      return ok(upload.id);
    },
    receive: async (id, name, source) => {
      const upload = uploads.get(id);
      const file = upload?.offered.find((offered) => offered.name === name);
      if (upload === undefined || file === undefined) return fail(unknownUpload);
      if (upload.receiving.has(name) || upload.files.has(name)) return fail(twice(name));
      upload.receiving.add(name);
      try {
        const arrived = await receiveInto(upload, { file, source, parts });
        if (!arrived.ok) await discard(id); // all of it or nothing: no half is left lying about
        if (!arrived.ok || upload.files.size < upload.offered.length) return arrived;
        // From here on it cannot be discarded any more, and only one of two last files comes here.
        if (!uploads.delete(id)) return arrived;
        const bundle = await finish(upload, parts.shelf);
        return bundle.ok ? ok({ ...arrived.value, bundle: bundle.value }) : bundle;
      } finally {
        upload.receiving.delete(name);
        upload.touchedMs = clock.nowMs();
      }
    },
    discard,
    stopAll: async () => void (await Promise.all([...uploads.keys()].map(discard))),
  };
}

function newUpload(
  folder: string,
  { files, checksums, nowMs }: BeginUploadInput & { readonly nowMs: number },
): Upload {
  const id = randomUUID().replaceAll("-", "");
  return {
    id,
    folder: join(folder, id),
    offered: files,
    promised: parseChecksums(checksums ?? ""),
    files: new Map(),
    receiving: new Set(),
    stop: new AbortController(),
    version: null,
    touchedMs: nowMs,
  };
}

async function receiveInto(
  upload: Upload,
  { file, source, parts }: { file: OfferedFile; source: Readable; parts: Parts },
): Promise<Result<Arrival>> {
  const path = join(upload.folder, file.name);
  const received = await receiveFile(source, {
    file,
    promisedSha256: upload.promised.get(file.name) ?? null,
    path: `${path}.part`,
    signal: upload.stop.signal,
    ...(parts.open ? { open: parts.open } : {}),
  });
  if (!received.ok) return received;
  const agrees = agree(upload, file.name, received.value);
  if (!agrees.ok) {
    await rm(`${path}.part`, { force: true });
    return agrees;
  }
  if (!(await settle(upload, path))) return fail(unknownUpload);
  const arrived = describe(upload, file, received.value);
  upload.files.set(file.name, arrived);
  return ok({ file: arrived, bundle: null });
}

/** Gives a file its name. False: the upload was discarded meanwhile. */
async function settle({ stop }: Upload, path: string): Promise<boolean> {
  try {
    await rename(`${path}.part`, path);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  }
  return !stop.signal.aborted;
}

/** Binaries of one bundle are of one version. */
function agree(upload: Upload, name: string, { version }: Received): Result<void> {
  if (version === null) return done;
  upload.version ??= version;
  if (upload.version === version) return done;
  const detail = `${name} is ${version}, but the other binary is ${upload.version}.`;
  return fail({
    code: "input.invalid",
    detail,
    remedies: ["Choose files of one release."],
    fields: { [name]: detail },
  });
}

function describe({ promised }: Upload, file: OfferedFile, { sha256 }: Received): BundleFile {
  const release = releaseFile(file.name);
  if (release === null) throw new Error("names were checked when the upload began");
  return { ...file, ...release, sha256, verified: promised.has(file.name) };
}

async function finish(upload: Upload, shelf: BundleShelf): Promise<Result<Bundle>> {
  const { id, version, folder, offered } = upload;
  if (version === null) throw new Error("a complete upload has a binary, and that a version");
  const files = offered.flatMap(({ name }) => upload.files.get(name) ?? []);
  const arch = files.filter(({ kind }) => kind === "binary").map((file) => file.arch);
  const name = `k3s ${version}`;
  const bundle: Bundle = { id, name, version, arch, files, origin: "uploaded" };
  try {
    await shelf.take(bundle, folder);
    return ok(bundle);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    const full = explainWrite(error);
    if (full === null) throw error;
    return fail(full);
  }
}

const total = (files: readonly OfferedFile[]) =>
  files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);

/** What other uploads were promised and have not brought yet. */
const outstanding = (uploads: readonly Upload[]) =>
  uploads.reduce((sum, { offered, files }) => sum + total(offered) - total([...files.values()]), 0);
