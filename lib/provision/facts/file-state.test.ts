import { expect, it } from "vitest";
import { output } from "@/lib/provision/testing/output";
import { fileDigest } from "./file-digest";
import { fileState } from "./file-state";

const args = { path: "/etc/x" };

it("keeps the text to the last byte", () => {
  for (const text of ["", "\n", "no newline", "a\n\n", "0644 root:root\n"])
    expect(fileState.parse(output(`644 root:root\n${text}`), args)).toEqual({
      ok: true,
      value: { text, mode: 0o644, owner: "root:root" },
    });
});

it("tells no file from an empty one", () => {
  expect(fileState.parse(output("", 44), args)).toEqual({ ok: true, value: null });
  expect(fileDigest.parse(output("", 44), args)).toEqual({ ok: true, value: null });
});

it("reports what it cannot read, such as a folder", () => {
  expect(
    fileState.parse(output("755 root:root\n", 1, "cat: /etc/x: Is a directory"), args).ok,
  ).toBe(false);
  expect(fileState.parse(output("nonsense"), args).ok).toBe(false);
  expect(fileDigest.parse(output("600 root:root\n", null), args).ok).toBe(false);
});

it("reads a digest", () => {
  const sha256 = "ab".repeat(32);
  expect(fileDigest.parse(output(`600 root:root\n${sha256}  -\n`), args)).toEqual({
    ok: true,
    value: { sha256, mode: 0o600, owner: "root:root" },
  });
});
