import {
  createWriteStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type TestClock, testClock } from "@/server/testing/test-clock";
import { createBundleShelf } from "./bundle-shelf";
import { createBundleUploads } from "./bundle-uploads";
import { sha256, smallBinary, smallImages } from "./testing/release-bytes";

const VERSION = "v1.34.4+k3s1";
const K3S = smallBinary(VERSION);
const IMAGES = smallImages();
const IMAGES_NAME = "k3s-airgap-images-amd64.tar.zst";
const FILES = { k3s: K3S, [IMAGES_NAME]: IMAGES };

let folder: string;
let clock: TestClock;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gandalf-uploads-"));
  clock = testClock();
});
afterEach(() => rmSync(folder, { recursive: true }));

const parts = () => ({
  folder: join(folder, "uploads"),
  shelf: createBundleShelf(join(folder, "bundles")),
  clock,
  freeBytes: async () => 1_000_000,
});
const offer = (files: Readonly<Record<string, Buffer>>, checksums: string | null = null) => ({
  files: Object.entries(files).map(([name, bytes]) => ({ name, sizeBytes: bytes.length })),
  checksums,
});
const leftOver = () =>
  existsSync(join(folder, "uploads"))
    ? readdirSync(join(folder, "uploads"), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
    : [];

type Uploads = ReturnType<typeof createBundleUploads>;
async function begin(uploads: Uploads, ...input: Parameters<typeof offer>): Promise<string> {
  const id = await uploads.begin(offer(...input));
  if (!id.ok) throw new Error(id.problem.detail);
  return id.value;
}
/** Sends bytes in blocks of a few, as a network does. */
const blocks = (bytes: Buffer, size = 7) =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    ),
  );

describe("an upload", () => {
  it("becomes a bundle with its last file, and is read back byte for byte after a restart", async () => {
    const { shelf, ...rest } = parts();
    const uploads = createBundleUploads({ shelf, ...rest });
    const sums = `${sha256(K3S)}  k3s\n${sha256(IMAGES)}  ${IMAGES_NAME}\n`;
    const id = await begin(uploads, FILES, sums);
    expect(await uploads.receive(id, "k3s", blocks(K3S))).toMatchObject({
      ok: true,
      value: { file: { sha256: sha256(K3S), verified: true }, bundle: null },
    });
    expect(await shelf.list()).toEqual([]);
    const last = await uploads.receive(id, IMAGES_NAME, blocks(IMAGES));
    expect(last).toMatchObject({ ok: true, value: { bundle: { id, version: VERSION } } });
    const later = createBundleShelf(join(folder, "bundles"));
    expect(await later.list()).toMatchObject([{ id, arch: ["amd64"], name: `k3s ${VERSION}` }]);
    expect(readFileSync(later.pathOf(id, "k3s"))).toEqual(K3S);
    expect(readFileSync(later.pathOf(id, IMAGES_NAME))).toEqual(IMAGES);
    expect(leftOver()).toEqual([]);
  });

  it("of two architectures is one bundle; another version among them is refused", async () => {
    const arm = {
      "k3s-arm64": smallBinary("v1.33.0+k3s2", 0xb7),
      "k3s-airgap-images-arm64.tar.zst": IMAGES,
    };
    const uploads = createBundleUploads(parts());
    const id = await begin(uploads, { ...FILES, ...arm });
    await uploads.receive(id, "k3s", blocks(K3S));
    const other = await uploads.receive(id, "k3s-arm64", blocks(arm["k3s-arm64"]));
    expect(other).toMatchObject({
      ok: false,
      problem: {
        fields: { "k3s-arm64": `k3s-arm64 is v1.33.0+k3s2, but the other binary is ${VERSION}.` },
      },
    });
    expect(leftOver()).toEqual([]);
  });

  it("that breaks off leaves nothing, not even the files that had arrived", async () => {
    const uploads = createBundleUploads(parts());
    const id = await begin(uploads, FILES);
    async function* half() {
      yield K3S.subarray(0, 20);
      throw new Error("connection reset");
    }
    await uploads.receive(id, IMAGES_NAME, blocks(IMAGES));
    const broken = await uploads.receive(id, "k3s", Readable.from(half()));
    expect(broken).toMatchObject({
      ok: false,
      problem: { detail: expect.stringContaining("cut short") },
    });
    expect(readdirSync(join(folder, "uploads"))).toEqual([]);
    expect(await uploads.discard(id)).toBe(false);
  });

  it("that is discarded while a file is on its way ends there and leaves nothing", async () => {
    const uploads = createBundleUploads(parts());
    const id = await begin(uploads, FILES);
    const endless = new Readable({ read: () => undefined });
    endless.push(K3S.subarray(0, 20));
    const receiving = uploads.receive(id, "k3s", endless);
    expect(await uploads.discard(id)).toBe(true);
    expect(await receiving).toMatchObject({ ok: false });
    expect(endless.destroyed).toBe(true);
    expect(readdirSync(join(folder, "uploads"))).toEqual([]);
    expect(await uploads.receive(id, "k3s", blocks(K3S))).toMatchObject({
      ok: false,
      problem: { code: "object.not-found" },
    });
  });

  it("left behind for ten minutes is removed when the next one begins; a restart removes all", async () => {
    const uploads = createBundleUploads(parts());
    const id = await begin(uploads, FILES);
    await uploads.receive(id, "k3s", blocks(K3S));
    clock.advance(600_001);
    await begin(uploads, FILES);
    expect(leftOver()).toEqual([]);
    await createBundleUploads(parts()).clear();
    expect(existsSync(join(folder, "uploads"))).toBe(false);
  });
});

describe("a file is refused by name, and nothing of it stays, when it", () => {
  const wrongSums = `${"0".repeat(64)}  k3s\n${"0".repeat(64)}  ${IMAGES_NAME}`;
  it.each([
    { what: "has another checksum", sent: K3S, sums: wrongSums, words: "promises" },
    { what: "is a web page", sent: Buffer.alloc(2000, "<html>"), words: "not a Linux program" },
    { what: "is for another processor", sent: smallBinary(VERSION, 0xb7), words: "for arm64" },
    { what: "is not k3s", sent: smallBinary("v1.34.4"), words: "names no k3s version" },
    { what: "is longer than announced", sent: K3S, announced: 80, words: "80 bytes" },
    { what: "is shorter than announced", sent: K3S, announced: 5000, words: "5000 bytes" },
  ])("$what", async ({ sent, words, sums = null, announced = sent.length }) => {
    const uploads = createBundleUploads(parts());
    const id = await begin(uploads, { ...FILES, k3s: Buffer.alloc(announced) }, sums);
    const refused = await uploads.receive(id, "k3s", blocks(sent));
    if (refused.ok) throw new Error("it was taken");
    expect(refused.problem.detail).toContain(words);
    expect(refused.problem.fields).toHaveProperty("k3s");
    expect(leftOver()).toEqual([]);
  });
});

describe("room", () => {
  it("is looked for before a byte travels, counting what other uploads were promised", async () => {
    const room = K3S.length + IMAGES.length + 10;
    const uploads = createBundleUploads({ ...parts(), freeBytes: async () => room });
    await begin(uploads, FILES);
    const second = await uploads.begin(offer(FILES));
    expect(second).toMatchObject({ ok: false, problem: { code: "panel.storage" } });
    expect(!second.ok && second.problem.detail).toContain("room for 10 B");
  });

  it("that runs out in the middle is said as that, and nothing of the file stays", async () => {
    const full = (path: string) => {
      createWriteStream(path).end("begun"); // what a disk may hold of a file before it is full
      return createWriteStream("/dev/full");
    };
    const uploads = createBundleUploads({ ...parts(), open: full });
    const id = await begin(uploads, FILES);
    const refused = await uploads.receive(id, "k3s", blocks(K3S));
    expect(refused).toMatchObject({ ok: false, problem: { code: "panel.storage" } });
    expect(leftOver()).toEqual([]);
  });
});

it("takes a file only under a name that was announced, however it is spelled", async () => {
  const uploads = createBundleUploads(parts());
  const id = await begin(uploads, FILES);
  for (const name of [
    "../k3s",
    "k3s/../k3s",
    "/etc/passwd",
    "k3s\0",
    "K3S",
    "k3s-arm64",
    "x".repeat(1_000_000),
  ])
    expect(await uploads.receive(id, name, blocks(K3S))).toMatchObject({
      ok: false,
      problem: { code: "object.not-found" },
    });
  expect(readdirSync(folder)).toEqual(["uploads"]);
  expect(leftOver()).toEqual([]);
});

it("refuses a file that is on its way or here already, and a fifth upload", async () => {
  const uploads = createBundleUploads(parts());
  const id = await begin(uploads, FILES);
  const first = uploads.receive(id, "k3s", blocks(K3S));
  const conflict = { ok: false, problem: { code: "object.conflict" } };
  expect(await uploads.receive(id, "k3s", blocks(K3S))).toMatchObject(conflict);
  expect(await first).toMatchObject({ ok: true });
  expect(await uploads.receive(id, "k3s", blocks(K3S))).toMatchObject(conflict);
  for (let count = 1; count < 4; count += 1) await begin(uploads, FILES);
  expect(await uploads.begin(offer(FILES))).toMatchObject(conflict);
});
