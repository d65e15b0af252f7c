import { describe, expect, it } from "vitest";
import { LineReader } from "./line-reader";

function lines(...chunks: readonly (string | Buffer)[]): string[] {
  const seen: string[] = [];
  const reader = new LineReader((line) => seen.push(line));
  for (const chunk of chunks) reader.push(Buffer.from(chunk));
  reader.end();
  return seen;
}

describe("lines of a command", () => {
  it("end at \\n, \\r\\n and \\r, and the last one needs no end", () => {
    expect(lines("a\nb\r\nc\rd\n\ne")).toEqual(["a", "b", "c", "d", "", "e"]);
  });

  it("are the same when the network cuts between \\r and \\n, or inside a character", () => {
    const bytes = Buffer.from("ñ\r\nb");
    for (let at = 0; at <= bytes.length; at++)
      expect(lines(bytes.subarray(0, at), bytes.subarray(at))).toEqual(["ñ", "b"]);
  });

  it("show bytes that are no text as what they are: unreadable", () => {
    expect(lines(Buffer.from([0x61, 0xff, 0x0a]))).toEqual(["a\ufffd"]);
  });

  it("come in pieces when they do not end", () => {
    const seen = lines("x".repeat(40_000));
    expect(seen.map((line) => line.length)).toEqual([16_384, 16_384, 7_232]);
  });
});
