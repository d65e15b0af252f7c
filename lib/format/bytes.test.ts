import { expect, test } from "vitest";
import { formatBytes } from "./bytes";

const MIB = 1024 ** 2;

test.each([
  [0, "0 B"],
  [905 * MIB, "905 MiB"],
  [1.6 * 1024 * MIB, "1.6 GiB"],
  [16 * 1024 * MIB, "16 GiB"],
  [1_023 * MIB, "1.0 GiB"],
  [1_500, "1.5 KiB"],
])("%d bytes are %s", (bytes, text) => {
  expect(formatBytes(bytes, "en")).toBe(text);
});

test("the decimal sign follows the language", () => {
  expect(formatBytes(1.6 * 1024 * MIB, "es")).toBe("1,6 GiB");
});
