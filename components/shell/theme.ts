"use client";
import { useSyncExternalStore } from "react";
import { DENSITY_KEY, THEME_KEY } from "./theme-script";

export type Density = "compact" | "normal" | "roomy";

const CHANGED = "gandalf:look";

function subscribe(onChange: () => void) {
  window.addEventListener(CHANGED, onChange);
  return () => window.removeEventListener(CHANGED, onChange);
}

const changed = () => window.dispatchEvent(new Event(CHANGED));
const isDark = () => document.documentElement.classList.contains("dark");

/** Whether the dark theme is on; false on the server. */
export const useDark = (): boolean => useSyncExternalStore(subscribe, isDark, () => false);

/** Changes to the other theme and remembers it in this browser. */
export function toggleTheme(): void {
  const dark = !isDark();
  document.documentElement.classList.toggle("dark", dark);
  localStorage.setItem(THEME_KEY, dark ? "dark" : "light");
  changed();
}

const density = (): Density => {
  const value = document.documentElement.dataset["density"];
  return value === "compact" || value === "roomy" ? value : "normal";
};

/** How tall table rows are. */
export const useDensity = (): Density => useSyncExternalStore(subscribe, density, () => "normal");

/** Changes the row height and remembers it in this browser. */
export function setDensity(value: Density): void {
  document.documentElement.dataset["density"] = value;
  localStorage.setItem(DENSITY_KEY, value);
  changed();
}
