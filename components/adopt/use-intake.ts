"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/components/hooks/api";
import { useSettled } from "@/components/hooks/use-settled";
import {
  MAX_KUBECONFIG_LENGTH,
  type ContextFacts,
  type KubeconfigFacts,
  type PastedKubeconfigInput,
  type PastedPart,
} from "@/lib/schemas/adopt";

/** Typing goes on while nothing is asked; a paste is read at once, as far as anybody notices. */
const QUIET_MS = 150;

type Parts = Partial<Record<PastedPart, string>>;

/** A part that was emptied again counts as never pasted. */
const withoutBlank = (parts: Parts): Parts =>
  Object.fromEntries(Object.entries(parts).filter(([, text]) => text.trim() !== ""));

/** A kubeconfig as it is pasted, and what the panel reads in it. */
export function useIntake() {
  const [text, setText] = useState("");
  const [context, setContext] = useState<string | null>(null);
  const [parts, setParts] = useState<Parts>({});
  const input: PastedKubeconfigInput = { text, parts, ...(context === null ? {} : { context }) };
  const now = JSON.stringify(input);
  const settled = useSettled(now, QUIET_MS);
  const isTooLong = text.length > MAX_KUBECONFIG_LENGTH;
  const reading = useQuery({
    // Secrets: gone from memory with the page.
    queryKey: ["adopt", settled],
    gcTime: 0,
    retry: false,
    enabled: settled !== null && text.trim() !== "" && !isTooLong,
    queryFn: ({ signal }) => api.post<KubeconfigFacts>("/clusters/adopt/read", input, { signal }),
    placeholderData: (before) => before,
  });
  const facts = text.trim() === "" || isTooLong || reading.error ? undefined : reading.data;
  const chosen: ContextFacts | undefined = facts?.contexts.find(
    ({ name }) => name === (context ?? facts.current),
  );
  const isCurrent = settled === now && !reading.isPlaceholderData;
  return {
    ...{ text, input, facts, chosen, isTooLong, reading },
    /** The chosen context can be used, as far as the file tells. */
    isReady: isCurrent && chosen !== undefined && chosen.obstacles.length === 0,
    setText: (next: string) => {
      setText(next);
      setContext(null);
      setParts({});
    },
    setContext: (next: string) => {
      setContext(next);
      setParts({});
    },
    parts,
    setPart: (part: PastedPart, value: string) =>
      setParts(withoutBlank({ ...parts, [part]: value })),
  };
}
export type Intake = ReturnType<typeof useIntake>;
