import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { Trash2 } from "lucide-react";
import { afterEach, expect, test, vi } from "vitest";
import { stubMatchMedia } from "@/components/hooks/match-media.fixture";
import { ConfirmDialog, type TypedConfirmation } from "./confirm-dialog";

afterEach(cleanup);

function open(typed?: TypedConfirmation) {
  const onKeep = vi.fn();
  const onConfirm = vi.fn();
  render(
    <ConfirmDialog
      open
      icon={Trash2}
      question="Drain worker2?"
      happens="Its pods leave."
      takes={[{ icon: Trash2, title: "club goes down", verdict: "Stays down", tone: "danger" }]}
      verb="Drain worker2"
      onKeep={onKeep}
      onConfirm={onConfirm}
      {...(typed ? { typed } : {})}
    />,
  );
  return {
    onKeep,
    onConfirm,
    act: screen.getByRole<HTMLButtonElement>("button", { name: "Drain worker2" }),
  };
}

const typed = { name: "worker2", because: "a site goes down" };

test("gives the focus to keeping, and says what it takes with it", () => {
  stubMatchMedia(false);
  open();
  expect(document.activeElement?.textContent).toContain("Keep it");
  expect(screen.getByText("club goes down")).toBeTruthy();
  expect(screen.getByText("Stays down")).toBeTruthy();
});

test("keeps on Escape", () => {
  stubMatchMedia(false);
  const { onKeep, onConfirm } = open();
  fireEvent.keyDown(document.activeElement ?? document.body, { key: "Escape" });
  expect(onKeep).toHaveBeenCalledOnce();
  expect(onConfirm).not.toHaveBeenCalled();
});

test("acts only after exactly the name was typed", () => {
  stubMatchMedia(false);
  const { act, onConfirm } = open(typed);
  const field = screen.getByLabelText(/because a site goes down/);
  fireEvent.change(field, { target: { value: "worker" } });
  expect(act.disabled).toBe(true);
  fireEvent.change(field, { target: { value: "worker2" } });
  expect(act.disabled).toBe(false);
  fireEvent.click(act);
  expect(onConfirm).toHaveBeenCalledOnce();
});

test("asks for a tick instead of typing on a phone", () => {
  stubMatchMedia(true);
  const { act } = open(typed);
  expect(act.disabled).toBe(true);
  fireEvent.click(screen.getByRole("checkbox", { name: "I know that a site goes down" }));
  expect(act.disabled).toBe(false);
});
