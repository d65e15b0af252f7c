import { expect, test } from "vitest";
import { atLeast, floor } from "@/scripts/bootstrap/node.mjs";

test.each([
  ["22.19.0", "22.19", true],
  ["v24.1.0", "22.19", true],
  ["22.19", "22.19.0", true],
  ["22.18.9", "22.19", false],
  ["20.20.2", "22.19", false],
  ["9.99.9", "22.19", false],
  ["22.20.0", "22.19.5", true],
])("Node %s against a floor of %s: %s", (version, wanted, expected) => {
  expect(atLeast(version, wanted)).toBe(expected);
});

test("the floor is the one that package.json states, and this Node is above it", () => {
  expect(floor).toMatch(/^\d+\.\d+$/);
  expect(atLeast(process.versions.node, floor)).toBe(true);
});
