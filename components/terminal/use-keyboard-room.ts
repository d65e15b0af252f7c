"use client";
import { useEffect, useState } from "react";

/** Lower than any keyboard on a screen, higher than a browser's bar that comes and goes. */
const MIN_KEYBOARD_PX = 120;

/** What is left of the screen above a keyboard on it. */
export interface KeyboardRoom {
  readonly top: number;
  readonly height: number;
}

/** While a keyboard covers part of the page: where the rest is. Browsers shrink only the visual viewport for it. */
export function useKeyboardRoom(): KeyboardRoom | null {
  const [room, setRoom] = useState<KeyboardRoom | null>(null);
  useEffect(() => {
    const { visualViewport } = window;
    if (visualViewport === null) return;
    const look = () => {
      const { height, offsetTop, scale } = visualViewport;
      const isCovered = scale < 1.05 && window.innerHeight - height > MIN_KEYBOARD_PX;
      setRoom(isCovered ? { top: offsetTop, height } : null);
    };
    visualViewport.addEventListener("resize", look);
    visualViewport.addEventListener("scroll", look);
    return () => {
      visualViewport.removeEventListener("resize", look);
      visualViewport.removeEventListener("scroll", look);
    };
  }, []);
  return room;
}
