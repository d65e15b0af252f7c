import { expect, test } from "vitest";
import { splitMatches } from "./search-text";

test("every occurrence is a hit, whatever its case", () => {
  expect(splitMatches("Error: error", "ERROR").map((part) => part.hit)).toEqual([
    true,
    false,
    true,
  ]);
});

test.each(["", "nothing", "a", "Error"])("the parts joined are the line (%s)", (needle) => {
  const line = "Error 1045: aaa Access denied";
  expect(
    splitMatches(line, needle)
      .map((part) => part.text)
      .join(""),
  ).toBe(line);
});
