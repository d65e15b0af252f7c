import { expect, test } from "vitest";
import { createLineBatcher, MAX_LINE_BYTES } from "./line-batch";

/** Feeds the text in pieces of that size. */
function feed(text: string, size: number) {
  const bytes = Buffer.from(text);
  const batcher = createLineBatcher();
  let out = "";
  let lines = 0;
  const take = (batch: { data: Buffer; lines: number } | null) => {
    out += batch?.data.toString() ?? "";
    lines += batch?.lines ?? 0;
  };
  for (let at = 0; at < bytes.length; at += size) take(batcher.push(bytes.subarray(at, at + size)));
  take(batcher.rest());
  return { out, lines };
}

test.each([1, 2, 3, 7, 64, 10_000])("lines cut anywhere, in pieces of %i, stay whole", (size) => {
  const text =
    Array.from({ length: 200 }, (_, n) => `line ${n} grüße 😀\n`).join("") + "\n\nlast\n";
  expect(feed(text, size)).toEqual({ out: text, lines: 203 });
});

test("what comes after the last newline is a line once nothing more comes", () => {
  expect(feed("a\nb", 1)).toEqual({ out: "a\nb\n", lines: 2 });
  expect(feed("", 1)).toEqual({ out: "", lines: 0 });
});

test.each([100, 4096, 65_536, 5_000_000])(
  "a line of a megabyte is cut and says so, in pieces of %i",
  (size) => {
    const { out, lines } = feed(`before\n${"é".repeat(500_000)}\nafter\n`, size);
    expect(lines).toBe(3);
    const [before, long = "", after] = out.split("\n");
    expect(before).toBe("before");
    expect(long).toMatch(/^é+ … \[cut: the line has 1000000 bytes\]$/);
    expect(Buffer.byteLength(long)).toBeLessThan(MAX_LINE_BYTES + 60);
    expect(after).toBe("after");
  },
);

test("a line of exactly the bound is not cut", () => {
  const text = `${"x".repeat(MAX_LINE_BYTES)}\n`;
  for (const size of [1000, 100_000]) expect(feed(text, size).out).toBe(text);
});

test("an endless line costs no memory", () => {
  const batcher = createLineBatcher();
  const chunk = Buffer.alloc(1_000_000, "x");
  for (let n = 0; n < 200; n += 1) expect(batcher.push(chunk)).toBeNull();
  expect(batcher.rest()?.data.toString()).toContain("200000000 bytes");
});
