import { expect, test } from "vitest";
import { formatRelative } from "./relative";

const now = Date.UTC(2026, 10, 23, 10, 0, 0);
const style = {
  locale: "en",
  timeZone: "Europe/Madrid",
  words: { now: "now", ago: (age: string) => `${age} ago` },
};

test.each([
  [400, "now"],
  [-3_000, "now"],
  [12_000, "12 s ago"],
  [3 * 3_600_000, "3 h ago"],
])("%i ms back is %s", (ageMs, text) => {
  expect(formatRelative(now - ageMs, now, style)).toBe(text);
});

test("after a day it is the date and time of the viewer's zone", () => {
  const text = formatRelative(Date.UTC(2026, 10, 17, 1, 14), now, style);
  expect(text).toContain("17");
  expect(text).toContain("02:14");
  expect(text).not.toContain("2026");
});

test("another year is named", () => {
  expect(formatRelative(Date.UTC(2025, 5, 1), now, style)).toContain("2025");
});
