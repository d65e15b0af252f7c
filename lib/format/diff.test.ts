import { expect, test } from "vitest";
import { diffText, type DiffLine } from "./diff";
import { foldDiff } from "./diff-fold";
import { sideRows } from "./diff-sides";

const text = (line: DiffLine) =>
  line.kind === "same" ? line.text : line.parts.map((part) => part.text).join("");
const shape = (lines: readonly DiffLine[]) =>
  lines.map((line) => `${{ same: " ", add: "+", del: "-" }[line.kind]}${text(line)}`);

test("replaced lines stand in pairs, each with its own number", () => {
  const { lines, added, removed } = diffText("a\nb=1\nc=1\nd\n", "a\nb=2\nc=2\nd\n");
  expect(shape(lines)).toEqual([" a", "-b=1", "+b=2", "-c=1", "+c=2", " d"]);
  expect([added, removed]).toEqual([2, 2]);
  expect(lines.at(-1)).toMatchObject({ oldNo: 4, newNo: 4 });
});

test("only the words that differ are marked", () => {
  const [del, add] = diffText("timeout client 50000\n", "timeout client 1h\n").lines;
  expect(del).toMatchObject({ parts: [{ changed: false }, { text: "50000", changed: true }] });
  expect(add).toMatchObject({ parts: [{ changed: false }, { text: "1h", changed: true }] });
});

test("lines that share almost nothing are not marked word by word", () => {
  const { lines } = diffText("alpha\n", "omega\n");
  expect(lines.flatMap((line) => (line.kind === "same" ? [] : line.parts))).not.toContainEqual(
    expect.objectContaining({ changed: true }),
  );
});

test("a newline missing at the end is no difference, and an empty text has no lines", () => {
  expect(diffText("a", "a\n").added).toBe(0);
  expect(diffText("", "").lines).toEqual([]);
  expect(shape(diffText("", "x\n").lines)).toEqual(["+x"]);
});

test("blank lines keep their place", () => {
  expect(shape(diffText("a\n\n\nb\n", "a\n\n\nc\n").lines)).toEqual([" a", " ", " ", "-b", "+c"]);
});

test("folding hides lines but loses none", () => {
  const before = Array.from({ length: 30 }, (_, index) => `line ${index}`).join("\n");
  const { lines } = diffText(before, before.replace("line 15\n", "line fifteen\n"));
  const blocks = foldDiff(lines, { context: 3, longestRun: 10 });
  expect(blocks.map((block) => `${block.kind} ${block.lines.length}`)).toEqual([
    "fold 12",
    "lines 3",
    "lines 1",
    "lines 1",
    "lines 3",
    "fold 11",
  ]);
  expect(blocks.flatMap((block) => block.lines)).toEqual(lines);
});

test("a long run of added lines is folded behind its beginning", () => {
  const added = Array.from({ length: 200 }, (_, index) => `line ${index}`).join("\n");
  const blocks = foldDiff(diffText("", added).lines, { context: 3, longestRun: 120 });
  expect(blocks).toMatchObject([{ kind: "lines" }, { kind: "fold", of: "add" }]);
  expect(blocks[1]?.lines).toHaveLength(80);
});

test("side by side, what was removed stands beside what replaces it", () => {
  const rows = sideRows(diffText("a\nb=1\n", "a\nb=2\nc\n").lines);
  expect(rows.map((row) => [row.left && text(row.left), row.right && text(row.right)])).toEqual([
    ["a", "a"],
    ["b=1", "b=2"],
    [null, "c"],
  ]);
});
