import { expect, test } from "vitest";
import { initials } from "./initials";

test.each([
  ["Administrator", "AD"],
  ["Juan López", "JL"],
  ["  ada  king lovelace ", "AL"],
  ["", ""],
])("%j is %j", (name, letters) => {
  expect(initials(name)).toBe(letters);
});
