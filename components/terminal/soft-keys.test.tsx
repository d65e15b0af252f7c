import { cleanup, createEvent, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { SoftKeys } from "./soft-keys";

afterEach(cleanup);

test("a key is pressed without taking the focus from the terminal", () => {
  const onKey = vi.fn();
  render(<SoftKeys ctrl={false} onCtrl={() => {}} onKey={onKey} />);
  const tab = screen.getByRole("button", { name: "Tab" });
  const down = createEvent.pointerDown(tab);
  fireEvent(tab, down);
  expect(down.defaultPrevented).toBe(true);
  fireEvent.click(tab);
  expect(onKey).toHaveBeenCalledExactlyOnceWith("tab");
});

test("Ctrl says whether it is held", () => {
  const onCtrl = vi.fn();
  render(<SoftKeys ctrl onCtrl={onCtrl} onKey={() => {}} />);
  const ctrl = screen.getByRole("button", { name: "Ctrl" });
  expect(ctrl.getAttribute("aria-pressed")).toBe("true");
  fireEvent.click(ctrl);
  expect(onCtrl).toHaveBeenCalledOnce();
});
