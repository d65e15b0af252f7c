import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { stubMatchMedia } from "@/components/hooks/match-media.fixture";
import { DiffView } from "./diff-view";

afterEach(cleanup);

const many = (count: number, word: string) =>
  Array.from({ length: count }, (_, index) => `${word} ${index + 1}`).join("\n");

const kinds = (kind: string) => document.querySelectorAll(`[data-kind=${kind}]`);

test("marks the changed words of a replaced line on both sides", () => {
  stubMatchMedia(false);
  render(<DiffView name="a.cfg" before={"timeout client 50000\n"} after={"timeout client 1h\n"} />);
  expect([...document.querySelectorAll("mark")].map((mark) => mark.textContent)).toEqual([
    "50000",
    "1h",
  ]);
});

test("folds unchanged lines behind their count and opens them on a click", () => {
  stubMatchMedia(false);
  const shared = many(20, "same");
  render(<DiffView name="a.cfg" before={`${shared}\nold\n`} after={`${shared}\nnew\n`} />);
  expect(kinds("same")).toHaveLength(3);
  fireEvent.click(screen.getByRole("button", { name: /17 unchanged lines/ }));
  expect(kinds("same")).toHaveLength(20);
});

test("shows a new file as added lines only", () => {
  stubMatchMedia(false);
  render(<DiffView name="a.cfg" before="" after={"one\ntwo\n"} />);
  expect(kinds("add")).toHaveLength(2);
  expect(kinds("del")).toHaveLength(0);
});

test("says in words that nothing differs", () => {
  stubMatchMedia(false);
  render(<DiffView name="a.cfg" before={"x\n"} after="x" />);
  expect(screen.getByText("Nothing differs.")).toBeTruthy();
});

test("offers side by side only where there is room", () => {
  stubMatchMedia(true);
  render(<DiffView name="a.cfg" before={"a\n"} after={"b\n"} />);
  fireEvent.click(screen.getByRole("button", { name: "Side by side" }));
  expect(kinds("add")).toHaveLength(0);
  expect(screen.getByText("a")).toBeTruthy();
  expect(screen.getByText("b")).toBeTruthy();
});
