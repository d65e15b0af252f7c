import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { root } from "@/scripts/bootstrap/root.mjs";
import { fingerprint } from "@/scripts/bootstrap/stamp.mjs";

let folder = "";
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const now = () => fingerprint([relative(root, folder)]);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stamp-"));
  mkdirSync(join(folder, "deep"));
  write("deep/a.ts", "one");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("writing the same text again changes nothing", () => {
  const before = now();
  write("deep/a.ts", "one");
  expect(now()).toBe(before);
});

test("a changed, a new and a renamed source are each noticed", () => {
  const seen = new Set([now()]);
  write("deep/a.ts", "two");
  seen.add(now());
  write("deep/b.ts", "");
  seen.add(now());
  rmSync(join(folder, "deep/b.ts"));
  write("deep/c.ts", "");
  seen.add(now());
  expect(seen.size).toBe(4);
});

test("tests and goldens are no sources of what runs", () => {
  const before = now();
  write("deep/a.test.ts", "expect");
  mkdirSync(join(folder, "__golden__"));
  write("__golden__/haproxy.cfg", "global");
  expect(now()).toBe(before);
});

test("a source that is not there yet counts as empty", () => {
  expect(fingerprint(["not-there"])).toMatch(/^[0-9a-f]{64}$/);
});
