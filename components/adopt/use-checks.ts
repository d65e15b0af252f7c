"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/components/hooks/api";
import type { CheckEvent, CheckLine, PastedKubeconfigInput } from "@/lib/schemas/adopt";

interface Outcome {
  /** False when the connection broke off. */
  readonly isWhole: boolean;
  readonly isUsable: boolean;
  readonly suggestedName: string;
}

/** Runs the checks and gives each line as it comes. */
export function useChecks(clusterId: string | null) {
  const [lines, setLines] = useState<readonly CheckLine[]>([]);
  const run = useMutation({
    mutationFn: async (input: PastedKubeconfigInput): Promise<Outcome> => {
      setLines([]);
      const of = clusterId === null ? input : { ...input, clusterId };
      let outcome: Outcome = { isWhole: false, isUsable: false, suggestedName: "" };
      const read = async (answer: Response) => {
        for await (const event of eventsOf(answer)) {
          if (!("done" in event)) setLines((before) => [...before, event]);
          else outcome = outcomeOf(event.suggestedName);
        }
      };
      await api.post("/clusters/adopt/check", of, { read });
      return outcome;
    },
  });
  const reset = () => {
    setLines([]);
    run.reset();
  };
  return { lines, run, reset };
}
export type Checks = ReturnType<typeof useChecks>;

const outcomeOf = (suggestedName: string | null): Outcome => ({
  isWhole: true,
  isUsable: suggestedName !== null,
  suggestedName: suggestedName ?? "",
});

/** One JSON document a line. */
async function* eventsOf(answer: Response): AsyncGenerator<CheckEvent> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const chunk = await reader?.read();
    if (chunk === undefined || chunk.done) return;
    const lines = (rest + chunk.value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line) as CheckEvent;
  }
}
