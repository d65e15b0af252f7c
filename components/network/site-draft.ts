"use client";
import { useMemo, useSyncExternalStore } from "react";
import type { SiteSpec } from "@/lib/schemas/site";

/** Edits that are not saved yet, and what they were made on. */
export interface SiteDraft {
  /** The saved policy when the first edit was made. */
  readonly base: SiteSpec;
  readonly baseRevision: number;
  readonly spec: SiteSpec;
}

const keyOf = (siteId: string) => `gandalf.site-draft.${siteId}`;
const listeners = new Set<() => void>();

/** Keeps the edits in this browser, over a reload and in its other tabs; null forgets them. */
export function keepDraft(siteId: string, draft: SiteDraft | null): void {
  if (draft === null) localStorage.removeItem(keyOf(siteId));
  else localStorage.setItem(keyOf(siteId), JSON.stringify(draft));
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}

/** The edits of this browser; null when there are none. */
export function useDraft(siteId: string): SiteDraft | null {
  const text = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(keyOf(siteId)),
    () => null,
  );
  return useMemo(() => parsed(text), [text]);
}

function parsed(text: string | null): SiteDraft | null {
  try {
    const kept: unknown = JSON.parse(text ?? "null");
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Written by an older panel it may lack a part; then the saved policy is shown. */
const isDraft = (kept: unknown): kept is SiteDraft =>
  typeof kept === "object" &&
  kept !== null &&
  "base" in kept &&
  "spec" in kept &&
  "baseRevision" in kept &&
  typeof kept.baseRevision === "number";
