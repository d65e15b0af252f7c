"use client";
import { useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * Whether this part runs in the browser already. A part that shows shared, possibly cached answers at
 * once must wait for it: React hydrates pieces at different times, and the server knew less.
 */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
