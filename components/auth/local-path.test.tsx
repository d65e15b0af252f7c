import { expect, test } from "vitest";
import { localPath } from "./local-path";

test.each(["/", "/hosts", "/jobs/17?step=3#log"])("%s is an address of this panel", (path) => {
  expect(localPath(path)).toBe(path);
});

test.each([
  "//evil.example",
  "/\\evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "/a\\b",
  "/a b",
  undefined,
  ["/hosts"],
  "/sign-in?next=/",
])("%s leads to the overview", (wanted) => {
  expect(localPath(wanted)).toBe("/");
});
