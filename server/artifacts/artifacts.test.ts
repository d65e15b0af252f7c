import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseChecksums } from "@/lib/k3s-release/checksums";
import { testClock } from "@/server/testing/test-clock";
import { createArtifacts } from "./artifacts";
import { publicReach } from "./reach";

const VERSION = "v1.34.4+k3s1";
const sha = (text: string) => createHash("sha256").update(text).digest("hex");
const FILES: Record<string, string> = {
  k3s: `binary ${VERSION} and again ${VERSION}`,
  "k3s-airgap-images-amd64.tar.zst": "images",
};
const SUMS = Object.entries(FILES)
  .map(([name, text]) => `${sha(text)}  ${name}`)
  .join("\n");

/** The test's mirror is on this machine. */
const HERE = { clock: testClock(), reach: { ...publicReach, kindOf: () => "private" as const } };

let folder: string;
let mirror: Server;
let url: string;
let served: Record<string, string>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "gandalf-artifacts-"));
  served = { ...FILES, "sha256sum-amd64.txt": SUMS };
  mirror = createServer((request, response) => {
    const prefix = `/${encodeURIComponent(VERSION)}/`;
    const text = served[(request.url ?? "").slice(prefix.length)];
    if (text === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { "content-length": Buffer.byteLength(text) });
    response.end(request.method === "HEAD" ? undefined : text);
  });
  await new Promise<void>((resolve) => mirror.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(mirror.address() as AddressInfo).port}`;
});
afterEach(() => {
  mirror.close();
  rmSync(folder, { recursive: true });
});

const wanted = () => ({
  source: { kind: "mirror", url } as const,
  version: VERSION,
  arches: ["amd64"] as const,
});

describe("a mirror", () => {
  it("names files by the release's own checksums and downloads them once", async () => {
    const artifacts = createArtifacts({ ...HERE, dataFolder: folder, bundleFolder: null });
    const resolved = await artifacts.resolve(wanted());
    if (!resolved.ok) throw new Error(resolved.problem.detail);
    expect(resolved.value.binary.amd64).toMatchObject({ sha256: sha(FILES["k3s"] ?? "") });
    expect(resolved.value.images.amd64?.fileName).toBe("k3s-airgap-images-amd64.tar.zst");
    const lines: string[] = [];
    expect(await artifacts.fetch(resolved.value, (line) => lines.push(line))).toMatchObject({
      ok: true,
    });
    mirror.close();
    expect(await artifacts.fetch(resolved.value, () => {})).toMatchObject({ ok: true });
    expect(await artifacts.store.open(sha("images")).toArray()).toEqual([Buffer.from("images")]);
  });

  it("throws away a file that is not what was promised", async () => {
    const artifacts = createArtifacts({ ...HERE, dataFolder: folder, bundleFolder: null });
    const resolved = await artifacts.resolve(wanted());
    if (!resolved.ok) throw new Error(resolved.problem.detail);
    served["k3s"] = "tampered with";
    const fetched = await artifacts.fetch(resolved.value, () => {});
    expect(fetched).toMatchObject({ ok: false, problem: { code: "artifact.checksum" } });
    expect(await artifacts.store.has(sha("tampered with"))).toBe(false);
  });

  it("says which address does not have the version", async () => {
    const artifacts = createArtifacts({ ...HERE, dataFolder: folder, bundleFolder: null });
    const resolved = await artifacts.resolve({ ...wanted(), version: "v9.9.9+k3s1" });
    expect(resolved).toMatchObject({ ok: false, problem: { code: "artifact.unavailable" } });
    expect(!resolved.ok && resolved.problem.detail).toContain("v9.9.9%2Bk3s1");
  });
});

describe("a bundle folder", () => {
  it("is read once: version from the binary, checksums from the files", async () => {
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
    const artifacts = createArtifacts({
      ...HERE,
      dataFolder: join(folder, "data"),
      bundleFolder: folder,
    });
    expect(await artifacts.bundles()).toMatchObject([{ version: VERSION, arch: ["amd64"] }]);
    const resolved = await artifacts.resolve({
      ...wanted(),
      source: { kind: "bundle", bundleId: "folder" },
    });
    if (!resolved.ok) throw new Error(resolved.problem.detail);
    expect(await artifacts.fetch(resolved.value, () => {})).toMatchObject({ ok: true });
    expect(await artifacts.store.has(sha("images"))).toBe(true);
  });

  it("refuses a version or an architecture that it does not hold", async () => {
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
    const artifacts = createArtifacts({
      ...HERE,
      dataFolder: join(folder, "data"),
      bundleFolder: folder,
    });
    const source = { kind: "bundle", bundleId: "folder" } as const;
    const other = await artifacts.resolve({ source, version: "v1.30.0+k3s1", arches: ["amd64"] });
    expect(!other.ok && other.problem.detail).toContain(`holds ${VERSION}`);
    const arm = await artifacts.resolve({ source, version: VERSION, arches: ["arm64"] });
    expect(!arm.ok && arm.problem.detail).toContain("arm64");
  });
});

it("reads sha256sum's lines and nothing else", () => {
  const sums = parseChecksums(`${sha("a")}  a\nnonsense\n${sha("b")} *b\r\n`);
  expect([...sums.keys()]).toEqual(["a", "b"]);
});
