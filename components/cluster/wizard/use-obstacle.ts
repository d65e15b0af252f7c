"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { obstacleOf } from "./steps";
import type { Wizard } from "./use-wizard";

/** Why the open step cannot be left, in words; undefined: it can. */
export function useObstacle({ step, now }: Wizard): string | undefined {
  const m = useMessages();
  const words = m.wizard.obstacle;
  const obstacle = obstacleOf(step, now);
  if (obstacle === null) return undefined;
  switch (obstacle.kind) {
    case "too-few-hosts":
      return words.tooFew(obstacle.least, obstacle.chosen);
    case "advice":
      return words.advice(obstacle.count, obstacle.overridable);
    case "fields": {
      const names = obstacle.fields.map((field) => m.wizard.settings.fieldNames[field]);
      return `${m.ui.fieldsNeedYou(names.length)} ${names.join(", ")}`;
    }
  }
}
