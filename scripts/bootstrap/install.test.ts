import { expect, test } from "vitest";
import { explain, isInstalled } from "@/scripts/bootstrap/install.mjs";

const lock = {
  "": { version: "0.1.0" },
  "node_modules/a": { version: "1.0.0" },
  "node_modules/only-on-mac": { version: "1.0.0", optional: true },
};
const a = { "node_modules/a": { version: "1.0.0" } };

test("packages are installed when all but the optional ones are there in their version", () => {
  expect(isInstalled(lock, a)).toBe(true);
  expect(isInstalled(lock, { ...a, "node_modules/extra": { version: "9.0.0" } })).toBe(true);
});

test("packages are not installed when npm never finished, one is missing, or one differs", () => {
  expect(isInstalled(lock, undefined)).toBe(false);
  expect(isInstalled(lock, {})).toBe(false);
  expect(isInstalled(lock, { "node_modules/a": { version: "1.0.1" } })).toBe(false);
  expect(isInstalled(lock, { ...a, "node_modules/only-on-mac": { version: "2.0.0" } })).toBe(false);
});

test.each([
  [
    1,
    "npm error code ENOTFOUND\nnpm error network request failed",
    "npm cannot reach its package registry",
  ],
  [1, "npm error code EUSAGE", "do not agree"],
  [1, "npm error ENOSPC: no space left on device", "disk is full"],
  [1, "npm error code EACCES", "may not write"],
  [1, "npm error code EINTEGRITY", "not the one the lock file names"],
  [127, "npm: spawn npm ENOENT", "npm is not installed"],
  [1, "something new", "npm ci failed with exit code 1"],
])("exit code %i with %j is explained", (code, output, sentence) => {
  const stop = explain(code, output);
  expect(stop.message).toContain(sentence);
  expect(stop.remedy).not.toBe("");
});
