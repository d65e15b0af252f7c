"use client";
import { useSyncExternalStore } from "react";

const subscribe = (changed: () => void) => {
  addEventListener("hashchange", changed);
  return () => removeEventListener("hashchange", changed);
};

/**
 * A value behind the address's "#", which browsers send to no server and no log. "" when it is not
 * there; null while the page is still the server's.
 */
export function useHashParam(name: string): string | null {
  return useSyncExternalStore(
    subscribe,
    () => new URLSearchParams(location.hash.slice(1)).get(name) ?? "",
    () => null,
  );
}
