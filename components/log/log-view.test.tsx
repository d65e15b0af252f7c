import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LogLine } from "./log-line";
import { LogView } from "./log-view";

const HEIGHT_PX = 380;
const LINE_PX = 19;

const lines = (count: number): LogLine[] =>
  Array.from({ length: count }, (_, index) => ({
    seq: index + 1,
    at: "2026-11-23T10:00:00.000Z",
    text: `line ${index + 1}${index % 10 === 0 ? " fatal" : ""}`,
  }));

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(HEIGHT_PX);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(LINE_PX);
  HTMLElement.prototype.scrollTo = vi.fn();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** Scrolls the log as a person would; the browser's own geometry has to be told to jsdom. */
function scrollTo(top: number, whole: number) {
  const frame = screen.getByRole("log");
  Object.defineProperty(frame, "scrollHeight", { value: whole, configurable: true });
  frame.scrollTop = top;
  fireEvent.scroll(frame);
}

test("follows until one scrolls up, then counts what is new", () => {
  const { rerender } = render(<LogView name="k3s" lines={lines(100)} />);
  expect(screen.getByRole("button", { name: "Follow" }).getAttribute("aria-pressed")).toBe("true");
  scrollTo(1_500, 1_900);
  scrollTo(700, 1_900);
  rerender(<LogView name="k3s" lines={lines(112)} />);
  const follow = screen.getByRole("button", { name: "12 new lines" });
  expect(follow.getAttribute("aria-pressed")).toBe("false");
  fireEvent.click(follow);
  expect(screen.getByRole("button", { name: "Follow" }).getAttribute("aria-pressed")).toBe("true");
});

test("scrolling back to the end follows again", () => {
  render(<LogView name="k3s" lines={lines(100)} />);
  scrollTo(1_500, 1_900);
  scrollTo(700, 1_900);
  expect(screen.getByRole("button", { name: "Follow" }).getAttribute("aria-pressed")).toBe("false");
  scrollTo(1_520, 1_900);
  expect(screen.getByRole("button", { name: "Follow" }).getAttribute("aria-pressed")).toBe("true");
});

test("finds every match, walks through them and around", () => {
  render(<LogView name="k3s" lines={lines(30)} />);
  const find = screen.getByRole("searchbox", { name: "Find in this log" });
  fireEvent.change(find, { target: { value: "FATAL" } });
  expect(screen.getByText("1 of 3")).toBeTruthy();
  fireEvent.keyDown(find, { key: "Enter", shiftKey: true });
  expect(screen.getByText("3 of 3")).toBeTruthy();
  expect(document.querySelector("mark")?.textContent).toBe("fatal");
});

test("draws only what is in view of a hundred thousand lines", () => {
  render(<LogView name="k3s" lines={lines(100_000)} />);
  const drawn = document.querySelectorAll("[data-index]").length;
  expect(drawn).toBeGreaterThan(HEIGHT_PX / LINE_PX);
  expect(drawn).toBeLessThan(100);
  expect(screen.getByText("100,000 lines")).toBeTruthy();
});

test("a heading stands above the line that it belongs to, and takes no number", () => {
  render(
    <LogView
      name="k3s"
      lines={lines(3)}
      heading={({ seq }) => (seq === 2 ? <b>Attempt 2</b> : null)}
    />,
  );
  const rows = [...document.querySelectorAll("[data-index]")].map((row) => row.textContent);
  expect(rows[1]).toMatch(/^Attempt 22.*line 2$/);
  expect(rows[0]).not.toContain("Attempt");
});
