import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { useKeyboardRoom } from "./use-keyboard-room";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Room() {
  return <output>{JSON.stringify(useKeyboardRoom())}</output>;
}

/** jsdom has no keyboard: its visual viewport is told to it. */
function viewport(height: number, scale = 1) {
  const shown = Object.assign(new EventTarget(), { height, offsetTop: 12, scale });
  vi.stubGlobal("visualViewport", shown);
  vi.stubGlobal("innerHeight", 844);
  render(<Room />);
  act(() => void shown.dispatchEvent(new Event("resize")));
  return screen.getByRole("status").textContent;
}

test("a keyboard leaves the room above it", () => {
  expect(viewport(480)).toBe('{"top":12,"height":480}');
});

test.each([
  ["a bar of the browser", 780, 1],
  ["somebody who zooms in", 420, 2],
])("%s is no keyboard", (_, height, scale) => {
  expect(viewport(height, scale)).toBe("null");
});
