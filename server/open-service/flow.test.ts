import { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openShop, type OpenShop, readText } from "./testing/open-shop";
import { startTestApp, type TestApp } from "./testing/test-app";

const MIB = 1024 * 1024;
const FLOOD_BYTES = 100 * MIB;

let shop: OpenShop;
let app: TestApp;
beforeEach(async () => {
  [shop, app] = [await openShop(), await startTestApp("first")];
  shop.api.pods.set("web-1", app.port);
});
afterEach(async () => {
  await shop[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 20_000 });
const floodPath = `/flood?bytes=${FLOOD_BYTES}`;

test("an app that sends faster than the browser reads is held back, and all of it arrives", async () => {
  const { begin } = await shop.browse();
  const answer = await begin(floodPath);
  await soon(async () => {
    const before = app.sentBytes;
    await delay(300);
    expect(app.sentBytes).toBe(before); // nothing moves until the browser reads
  });
  expect(app.sentBytes).toBeLessThan(FLOOD_BYTES / 4);
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) bytes += chunk.length;
  expect(bytes).toBe(FLOOD_BYTES);
}, 120_000);

test("a large upload streams through, and memory does not grow with it", async () => {
  const { begin } = await shop.browse();
  const { origin } = shop.openings.list("cluster00")[0]?.facts.address ?? { origin: "" };
  const chunk = Buffer.alloc(65_536, "x");
  function* chunks() {
    for (let sent = 0; sent < FLOOD_BYTES; sent += chunk.length) yield chunk;
  }
  const beforeBytes = process.memoryUsage.rss();
  const headers = { origin, "content-length": String(FLOOD_BYTES) };
  const body = Readable.from(chunks(), { objectMode: false, highWaterMark: 65_536 });
  const answer = await begin("/upload", { headers, method: "POST", body });
  expect(await readText(answer)).toBe(String(FLOOD_BYTES));
  expect(process.memoryUsage.rss() - beforeBytes).toBeLessThan(FLOOD_BYTES / 2);
}, 120_000);

test("a thousand connections leave nothing behind", async () => {
  const { get, opening, begin } = await shop.browse();
  for (let round = 0; round < 100; round += 1)
    await Promise.all(Array.from({ length: 10 }, () => get("/")));
  expect(app.received).toHaveLength(1000);
  for (let left = 0; left < 20; left += 1) (await begin(floodPath)).destroy(); // browsers that go away
  await soon(async () => {
    expect(opening.connections).toBe(0);
    expect(shop.api.forwards.size).toBeLessThanOrEqual(6); // kept for the next requests
    expect(await app.connections()).toBeLessThanOrEqual(6);
  });
  shop.openings.close(opening, "closed");
  await soon(() => expect(shop.api.forwards.size).toBe(0));
}, 120_000);

test("one app has a bounded number of connections at once, and closing it ends them all", async () => {
  const { begin, opening } = await shop.browse();
  const held = Array.from({ length: 96 }, () => begin("/deaf").catch((error: Error) => error));
  await soon(() => expect(opening.connections).toBe(96));
  expect((await begin("/")).statusCode).toBe(503);
  shop.openings.close(opening, "closed");
  for (const end of await Promise.all(held)) expect(end).toBeInstanceOf(Error);
  expect(opening.connections).toBe(0);
}, 60_000);
