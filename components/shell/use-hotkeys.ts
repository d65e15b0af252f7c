"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { NAV_ENTRIES } from "./nav-entries";
import { setOverlay } from "./overlay-state";
import { singleKeysOn } from "./single-keys";

/** How long G waits for the second key. */
const SECOND_KEY_MS = 1_500;

const inField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

/** A dialog is open: its own keys act, not the page's. */
const inDialog = () => document.querySelector("[role=dialog],[role=alertdialog]") !== null;

const isPalette = (event: KeyboardEvent) =>
  (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";

/** Whether a plain key is meant for the page, and single keys are on. */
const isForPage = (event: KeyboardEvent) =>
  !(event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) &&
  !inField(event.target) &&
  !inDialog() &&
  singleKeysOn();

/** Ctrl or ⌘ K opens the palette; / searches, ? helps, G and a letter goes somewhere. */
export function useHotkeys(): void {
  const router = useRouter();
  useEffect(() => {
    let goUntilMs = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      const palette = isPalette(event);
      if (!palette && !isForPage(event)) return;
      const going = event.timeStamp < goUntilMs;
      goUntilMs = !going && event.key === "g" ? event.timeStamp + SECOND_KEY_MS : 0;
      const single = going ? goTo(event.key, router.push) : SINGLE[event.key];
      const act = palette ? () => setOverlay("palette") : single;
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [router]);
}

const SINGLE: Record<string, (() => void) | undefined> = {
  "/": () => document.querySelector<HTMLElement>("[data-list-search]")?.focus(),
  "?": () => setOverlay("keys"),
};

function goTo(key: string, push: (href: string) => void) {
  const entry = NAV_ENTRIES.find((candidate) => candidate.key === key.toLowerCase());
  return entry && (() => push(entry.href));
}
