"use client";
import { useState, type KeyboardEvent } from "react";
import type { PaletteEntry } from "./palette-entries";

const PAGE = 8;

/**
 * The chosen line of the palette. It is the first one of a new text, and then stays the same line by its id: an answer
 * that comes later adds lines around it and does not move it.
 */
export function useChosen(options: {
  entries: readonly PaletteEntry[];
  query: string;
  onOpen: (entry: PaletteEntry) => void;
}) {
  const { entries, query, onOpen } = options;
  const [state, setState] = useState<{ query: string; id: string | null }>({ query, id: null });
  const kept = state.query === query ? entries.findIndex(({ id }) => id === state.id) : -1;
  const index = Math.max(0, kept);
  const chosen = entries[index];
  if (chosen !== undefined && (state.query !== query || state.id !== chosen.id))
    setState({ query, id: chosen.id }); // the first line, held from now on
  const move = (to: number) => {
    const next = entries[to];
    if (next !== undefined) setState({ query, id: next.id });
  };
  const last = entries.length - 1;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const acts: Record<string, (() => void) | undefined> = {
      ArrowDown: () => move(index === last ? 0 : index + 1),
      ArrowUp: () => move(index === 0 ? last : index - 1),
      PageDown: () => move(Math.min(last, index + PAGE)),
      PageUp: () => move(Math.max(0, index - PAGE)),
      Enter: () => chosen && onOpen(chosen),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return { chosen, choose: (id: string) => setState({ query, id }), onKeyDown };
}
