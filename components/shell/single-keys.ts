"use client";
import { useSyncExternalStore } from "react";

const KEY = "gandalf.single-keys";
const CHANGED = "gandalf:keys";

/** Whether single keys act. Source: WCAG 2.1.4: there must be a way to switch them off. */
export const singleKeysOn = (): boolean => localStorage.getItem(KEY) !== "off";

/** Switches single keys on or off in this browser. */
export function setSingleKeys(on: boolean): void {
  localStorage.setItem(KEY, on ? "on" : "off");
  window.dispatchEvent(new Event(CHANGED));
}

/** The setting, as a component sees it. */
export const useSingleKeys = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      window.addEventListener(CHANGED, listener);
      return () => window.removeEventListener(CHANGED, listener);
    },
    singleKeysOn,
    () => true,
  );
