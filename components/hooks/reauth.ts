"use client";
import { useSyncExternalStore } from "react";

/**
 * When the session has ended, calls wait here while the overlay asks for the password again; then they
 * go on. So the page keeps its state and nothing that was typed is lost.
 */
interface Wait {
  readonly done: Promise<void>;
  readonly release: () => void;
}

let wait: Wait | undefined;
const listeners = new Set<() => void>();
const changed = () => listeners.forEach((listener) => listener());

/** Resolves when somebody has signed in again. */
export function waitForSignIn(): Promise<void> {
  if (!wait) {
    let release = () => {};
    const done = new Promise<void>((resolve) => (release = resolve));
    wait = { done, release };
    changed();
  }
  return wait.done;
}

/** Lets all waiting calls go on. */
export function signedInAgain(): void {
  wait?.release();
  wait = undefined;
  changed();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Whether the overlay must be shown. */
export const useSignedOut = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => wait !== undefined,
    () => false,
  );
