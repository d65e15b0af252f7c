"use client";
import { useSyncExternalStore } from "react";

/** Which of the frame's own overlays is open. */
type Overlay = "palette" | "keys" | null;

let open: Overlay = null;
const listeners = new Set<() => void>();

/** Opens the palette or the key help, or closes both. */
export function setOverlay(next: Overlay): void {
  open = next;
  listeners.forEach((listener) => listener());
}

/** What is open now. */
export const useOverlay = (): Overlay =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => open,
    () => null,
  );
