import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { mayMount, smallDisk } from "@/server/testing/small-disk";
import { claimDataFolder } from "./data-folder";
import { explainStorage } from "./storage-problem";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gandalf-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a missing folder is made, and one panel at a time holds it", () => {
  const data = join(folder, "a/b");
  const first = claimDataFolder(data);
  expect(first.ok).toBe(true);
  const second = claimDataFolder(data);
  expect(second.ok ? null : second.problem.detail).toBe(
    `Another Gandalf already uses the data folder ${data}.`,
  );
  if (first.ok) first.value.release();
  const third = claimDataFolder(data);
  expect(third.ok).toBe(true);
  if (third.ok) third.value.release();
});

test("a file in the folder's place is named", () => {
  writeFileSync(join(folder, "data"), "");
  for (const path of ["data", "data/below"]) {
    const claimed = claimDataFolder(join(folder, path));
    expect(claimed.ok ? null : claimed.problem.detail).toBe(
      `${join(folder, path)} is not a folder.`,
    );
  }
});

const refusal = (path: string) => {
  const claimed = claimDataFolder(path);
  return claimed.ok ? null : claimed.problem.detail;
};

test("a place that takes no folders is named instead of tried for ever", () => {
  expect(refusal("/proc/gandalf/data")).toBe(
    "The folder /proc/gandalf/data cannot be made: its file system takes no folders there.",
  );
});

test.skipIf(!mayMount).each([
  { name: "a full disk", sizeKiB: 1024, options: "", sentence: "is full" },
  {
    name: "a disk without writing",
    sizeKiB: 8192,
    options: ",ro",
    sentence: "is mounted read-only",
  },
])("$name is named", ({ sizeKiB, options, sentence }) => {
  const disk = smallDisk(sizeKiB, options);
  try {
    expect(refusal(disk.folder)).toContain(sentence);
  } finally {
    disk.remove();
  }
});

// Tests may run as root, whom no permission stops: the codes the kernel gives others are asked directly.
test.each([
  ["EACCES", "may not write", "chown"],
  ["EROFS", "read-only", "dmesg"],
  ["ENOSPC", "full", "Free some space"],
  ["SQLITE_FULL", "full", "Free some space"],
  ["SQLITE_READONLY_DBMOVED", "may not write", "chown"],
  ["SQLITE_IOERR_SHORT_READ", "damaged", "backups"],
])("%s is explained by its code", (code, detail, remedy) => {
  const problem = explainStorage(Object.assign(new Error("?"), { code }), "/data");
  expect(problem?.detail).toContain(detail);
  expect(problem?.remedies.join()).toContain(remedy);
});

test("an unknown error is nobody's known problem", () => {
  expect(explainStorage(new Error("?"), "/data")).toBeNull();
});
