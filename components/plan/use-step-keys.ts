"use client";
import { useEffect, useEffectEvent } from "react";
import { singleKeysOn } from "@/components/shell/single-keys";

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

const inDialog = () => document.querySelector("[role=dialog],[role=alertdialog]") !== null;

/** J and K go to the next and the previous step from anywhere on the page, never from within a field. */
export function useStepKeys(onMove: (by: 1 | -1) => void): void {
  const move = useEffectEvent(onMove);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.key !== "j" && event.key !== "k") return;
      if (typing(event.target) || inDialog() || !singleKeysOn()) return;
      event.preventDefault();
      move(event.key === "j" ? 1 : -1);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
