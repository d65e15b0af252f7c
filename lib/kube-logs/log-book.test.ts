import { expect, test } from "vitest";
import { createLogBook } from "./log-book";

const stamp = (second: number) => `2026-11-23T10:00:${String(second).padStart(2, "0")}.000000000Z`;
const frame = (...lines: (readonly [number, string])[]) =>
  lines.map(([second, text]) => `${stamp(second)} ${text}\n`).join("");
const texts = (book: ReturnType<typeof createLogBook>) => book.lines().map(({ text }) => text);

test("lines of several logs stand in the order of their times", () => {
  const book = createLogBook(100);
  book.add(0, frame([1, "a1"], [4, "a4"]));
  book.add(1, frame([2, "b2"], [3, "b3"], [5, "b5"]));
  expect(texts(book)).toEqual(["a1", "b2", "b3", "a4", "b5"]);
  book.add(0, frame([3, "late"], [6, "a6"]));
  expect(texts(book)).toEqual(["a1", "b2", "b3", "late", "a4", "b5", "a6"]);
});

test("one log keeps the order in which it was written", () => {
  const book = createLogBook(100);
  book.add(0, frame([2, "first"], [1, "second"]));
  expect(texts(book)).toEqual(["first", "second"]);
});

test("the same array is answered until something changes, and the oldest lines make room", () => {
  const book = createLogBook(3);
  book.add(0, frame([1, "1"], [2, "2"]));
  const lines = book.lines();
  expect(book.lines()).toBe(lines);
  book.add(0, frame([3, "3"], [4, "4"]));
  expect(book.lines()).not.toBe(lines);
  expect(texts(book)).toEqual(["2", "3", "4"]);
});

test("a log that is numbered anew is forgotten, the others stay", () => {
  const book = createLogBook(100);
  book.add(0, frame([1, "a"]));
  book.add(1, frame([2, "b"]));
  book.forget(0);
  book.add(0, frame([3, "again"]));
  expect(texts(book)).toEqual(["b", "again"]);
});

test("a hundred thousand lines are added in well under what a frame needs", () => {
  const book = createLogBook(100_000);
  for (let n = 0; n < 100; n += 1)
    book.add(0, frame(...Array.from({ length: 1000 }, () => [n % 60, "x"] as const)));
  expect(book.lines()).toHaveLength(100_000);
});
