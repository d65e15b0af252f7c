import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import {
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type Server,
} from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { compressedFiles, takesBrotli } from "./compressed-files";

const SCRIPT = "export const answer = 42;";
let folder: string;
let server: Server;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "gandalf-static-"));
  mkdirSync(join(folder, "static/chunks"), { recursive: true });
  writeFileSync(join(folder, "static/chunks/a.js"), SCRIPT);
  writeFileSync(join(folder, "static/chunks/a.js.br"), brotliCompressSync(SCRIPT));
  writeFileSync(join(folder, "static/chunks/plain.js"), SCRIPT);
  writeFileSync(join(folder, "secret.js.br"), brotliCompressSync("secret"));
  const serve = compressedFiles(join(folder, "static"));
  server = createServer((request, response) => {
    if (!serve(request, response)) response.end("Next");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Without fetch, which decodes by itself and mends addresses. */
const send = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  new Promise<{ headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const asked = { "accept-encoding": "gzip, deflate, br, zstd", ...headers };
    httpRequest({ host: "127.0.0.1", port, method, path, headers: asked }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
    })
      .on("error", reject)
      .end();
  });

const NEXT = Buffer.from("Next");
const ADDRESS = "/_next/static/chunks/a.js";

test("a built file is sent compressed, to be kept for good, and told apart by encoding", async () => {
  const { headers, body } = await send(ADDRESS);
  expect(brotliDecompressSync(body).toString()).toBe(SCRIPT);
  expect(headers).toMatchObject({
    "content-type": "application/javascript; charset=UTF-8",
    "content-encoding": "br",
    "content-length": String(body.length),
    "cache-control": "public, max-age=31536000, immutable",
    vary: "Accept-Encoding",
  });
});

test("asked for the head alone, it tells the same without a body", async () => {
  const { headers, body } = await send(ADDRESS, {}, "HEAD");
  expect(headers["content-encoding"]).toBe("br");
  expect(body).toHaveLength(0);
});

test.each([
  ["a browser without Brotli", ADDRESS, { "accept-encoding": "gzip" }],
  ["a browser that refuses Brotli", ADDRESS, { "accept-encoding": "gzip, br;q=0" }],
  ["a part of a file", ADDRESS, { range: "bytes=0-3" }],
  ["a file that was not compressed", "/_next/static/chunks/plain.js", {}],
  ["the compressed file by its own name", `${ADDRESS}.br`, {}],
  ["a way out of the folder", "/_next/static/../secret.js", {}],
  ["the same, disguised", "/_next/static/%2e%2e/secret.js", {}],
  ["another place", "/fonts/a.js", {}],
])("%s is left to Next", async (_, path, headers) => {
  expect((await send(path, headers)).body).toEqual(NEXT);
});

test("a request that would change something is left to Next", async () => {
  expect((await send(ADDRESS, {}, "POST")).body).toEqual(NEXT);
});

test("where nothing was built, everything is left to Next", () => {
  const serve = compressedFiles(join(folder, "nowhere"));
  expect(serve({ method: "GET", url: ADDRESS, headers: {} } as never, {} as never)).toBe(false);
});

test.each([
  ["br", true],
  ["gzip, br;q=0.5", true],
  ["BR", true],
  ["br;q=0.000, gzip", false],
  ["br;q=0", false],
  ["brotli", false],
  ["gzip", false],
  [undefined, false],
])("Accept-Encoding %s: Brotli %s", (header, expected) => {
  expect(takesBrotli(header)).toBe(expected);
});
