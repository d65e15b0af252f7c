import { EMPTY_DRAFT, type Draft } from "./draft";

const KEY = "gandalf.new-cluster";

/** The draft that this browser keeps until the panel does. It holds no secret. */
export function readDraft(): Draft {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return isDraft(kept)
      ? { ...EMPTY_DRAFT, ...kept, settings: { ...EMPTY_DRAFT.settings, ...kept.settings } }
      : EMPTY_DRAFT;
  } catch {
    return EMPTY_DRAFT;
  }
}

/** Keeps the draft in this browser; null forgets it. */
export function keepDraft(draft: Draft | null): void {
  if (draft === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, JSON.stringify(draft));
}

/** Written by an older panel it may lack a part; then one begins anew. */
const isDraft = (kept: unknown): kept is Draft =>
  typeof kept === "object" &&
  kept !== null &&
  "topology" in kept &&
  "roles" in kept &&
  "settings" in kept &&
  "kept" in kept;
