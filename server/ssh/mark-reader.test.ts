import { describe, expect, it } from "vitest";
import { MarkReader, type Piece } from "./mark-reader";

const MARK = "~gandalf:0123:";
const flat = (pieces: readonly Piece[]) =>
  pieces.map((piece) =>
    piece.kind === "mark" ? `<${piece.text}>` : piece.bytes.toString("latin1"),
  );

/** Feeds `text` in chunks of `size` bytes; neighbouring data is joined. */
function read(text: string, size: number): string {
  const reader = new MarkReader(MARK);
  const bytes = Buffer.from(text, "latin1");
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += size)
    parts.push(...flat(reader.push(bytes.subarray(at, at + size))));
  return parts.join("");
}

describe("output with marks in it", () => {
  it.each([1, 2, 3, 7, 13, 1000])("is told apart whatever the chunks (%i bytes)", (size) => {
    const text = `a\n~gandalf:01 no mark${MARK}exit 0\n${MARK}group 7\n\u00ff\u0000b~~gandalf:${MARK}end\n`;
    expect(read(text, size)).toBe(
      "a\n~gandalf:01 no mark<exit 0><group 7>\u00ff\u0000b~~gandalf:<end>",
    );
  });

  it("comes at once, except for what may be the beginning of a mark", () => {
    const reader = new MarkReader(MARK);
    expect(flat(reader.push(Buffer.from("password? ~gan")))).toEqual(["password? "]);
    expect(flat(reader.push(Buffer.from("tt")))).toEqual(["~gantt"]);
  });

  it("does not wait for ever for the end of a mark that nobody printed", () => {
    const reader = new MarkReader(MARK);
    expect(flat(reader.push(Buffer.from(`${MARK}${"x".repeat(500)}`)))[0]).toMatch(/^<x+>$/);
  });
});
