import { describe, expect, it } from "vitest";
import { parseCpuMillis, parseMemoryBytes, parseQuantity } from "./quantity";

describe("parseQuantity", () => {
  it.each([
    ["2", 2],
    ["0.5", 0.5],
    [".5", 0.5],
    ["3.", 3],
    ["1e3", 1000],
    ["12E2", 1200],
    ["4028Mi", 4028 * 2 ** 20],
    ["1Ki", 1024],
    ["1k", 1000],
    ["3E", 3e18],
    ["-1", -1],
  ])("reads %s as %d", (text, value) => {
    expect(parseQuantity(text)).toBe(value);
  });

  it.each(["", "Mi", "1 Mi", "1mi", "1Zi", "abc", "1e", undefined])("refuses %s", (text) => {
    expect(parseQuantity(text)).toBeNull();
  });

  it("gives CPUs in thousandths and memory in whole bytes", () => {
    expect(parseCpuMillis("1500m")).toBe(1500);
    expect(parseCpuMillis("2")).toBe(2000);
    expect(parseMemoryBytes("3882448Ki")).toBe(3_975_626_752);
    expect(parseMemoryBytes("128974848000m")).toBe(128_974_848);
  });
});
