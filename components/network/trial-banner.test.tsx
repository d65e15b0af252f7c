import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { stubMatchMedia } from "@/components/hooks/match-media.fixture";
import { renderPage, stubPanel } from "@/components/hooks/panel.fixture";
import { emptyJobView, type JobView } from "@/lib/schemas/job-view";
import { TrialBanner } from "./trial-banner";

const NOW = new Date("2026-11-23T10:00:00.000Z");
beforeEach(() => vi.useFakeTimers({ now: NOW, toFake: ["Date", "setInterval", "clearInterval"] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const trial = {
  endsAt: new Date(NOW.getTime() + 47_000).toISOString(),
  seconds: 90,
  hosts: ["fw1", "fw2"],
  checks: [
    { ok: true, text: "New SSH connections to both hosts worked" },
    { ok: false, text: "lb still reaches pc on port 22" },
  ],
  asked: true,
};
const show = (more: Partial<JobView> = {}) =>
  renderPage(<TrialBanner jobId="j1" view={{ ...emptyJobView, trial, ...more }} />);

test("the seconds go down by themselves, and at the end nothing can be chosen any more", () => {
  stubMatchMedia(false);
  stubPanel({});
  show();
  expect(
    screen.getByText(/They go back by themselves in 47 s, with or without this panel\./),
  ).toBeTruthy();
  expect(screen.getByText(/lb still reaches pc on port 22\./)).toBeTruthy();
  act(() => void vi.advanceTimersByTime(5_000));
  expect(screen.getByText(/in 42 s/)).toBeTruthy();
  act(() => void vi.advanceTimersByTime(43_000));
  expect(screen.getByText(/The time is over/)).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

test.each([
  ["Keep the new rules", true],
  ["Go back now", false],
])("%s is passed on once", async (name, keep) => {
  stubMatchMedia(false);
  const asked = stubPanel({ "POST /jobs/j1/keep-rules": () => ({}) });
  show();
  const button = screen.getByRole<HTMLButtonElement>("button", { name });
  fireEvent.click(button);
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]?.body).toEqual({ keep });
  await waitFor(() => expect(button.disabled).toBe(true));
});

test("keeping is offered once everything is tried, and nothing once the rules are being kept", () => {
  stubMatchMedia(false);
  stubPanel({});
  const { unmount } = show({ trial: { ...trial, checks: [], asked: false } });
  expect(screen.getByText(/New connections and probes are being tried\./)).toBeTruthy();
  expect(screen.getAllByRole("button").map((button) => button.textContent)).toEqual([
    "Go back now",
  ]);
  unmount();
  const node = { id: "fw1/rules.kept", hostId: "fw1", hostName: "fw1", key: "rules.kept" };
  show({ nodes: { k: { ...node, label: "keep", after: [], state: "changing" } as never } });
  expect(screen.getByText(/the new rules are being kept/)).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

test("on a phone the question is the whole screen, until one wants to look at the page first", () => {
  stubMatchMedia(true);
  stubPanel({});
  show();
  const dialog = screen.getByRole("dialog", { name: "Keep the new rules?" });
  expect(dialog.textContent).toMatch(
    /If you do nothing, fw1 and fw2 go back to the old ones by themselves\./,
  );
  fireEvent.click(screen.getByRole("button", { name: "Look at the page first" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "What was tried" }));
  expect(screen.getByRole("dialog")).toBeTruthy();
});

test("a job that ended has no trial", () => {
  stubMatchMedia(false);
  stubPanel({});
  show({ outcome: "failed" });
  expect(screen.queryByRole("alert")).toBeNull();
});
