import { expect, test } from "vitest";
import { formatAge, formatDuration } from "./duration";

test.each([
  [0, "0 ms"],
  [350, "350 ms"],
  [4_200, "4.2 s"],
  [41_000, "41 s"],
  [59_700, "1 min"],
  [221_000, "3 min 41 s"],
  [3_599_600, "1 h"],
  [22_440_000, "6 h 14 min"],
  [86_400_000, "1 d"],
  [90_000_000, "1 d 1 h"],
  [41 * 86_400_000, "41 d"],
  [-5, "0 ms"],
])("%i ms is %s", (durationMs, text) => {
  expect(formatDuration(durationMs, "en")).toBe(text);
});

test("the decimal sign follows the language", () => {
  expect(formatDuration(4_200, "es")).toBe("4,2 s");
});

test.each([
  [999, "0 s"],
  [12_999, "12 s"],
  [3_599_999, "59 min"],
  [86_399_999, "23 h"],
  [172_800_000, "2 d"],
])("an age of %i ms is %s", (durationMs, text) => {
  expect(formatAge(durationMs)).toBe(text);
});
