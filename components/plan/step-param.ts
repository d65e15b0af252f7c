"use client";

const NAME = "step";

/** The step that the address names; a link opens the page at it. */
export const stepInAddress = (): string | null =>
  typeof window === "undefined" ? null : new URLSearchParams(window.location.search).get(NAME);

/** Puts the step into the address without a new entry in the history. */
export function putStepInAddress(step: string): void {
  const address = new URL(window.location.href);
  address.searchParams.set(NAME, step);
  window.history.replaceState(window.history.state, "", address);
}
