"use client";
import { useMessages } from "@/components/hooks/use-messages";
import type { StepperStep } from "@/components/ui/stepper";
import { WIZARD_STEPS, type WizardStep } from "./steps";
import type { Wizard } from "./use-wizard";

/** The steps at the left, with what was chosen; those that are in order can be opened. */
export function useWizardSteps(wizard: Wizard): StepperStep[] {
  const words = useMessages().wizard;
  const { now, step, furthest } = wizard;
  const at = WIZARD_STEPS.indexOf(step);
  const far = now.draft.clusterId === null ? at : WIZARD_STEPS.indexOf(furthest);
  const notes: Record<WizardStep, string> = {
    topology: words.topology.items[now.draft.topology].short,
    hosts: words.notes.hosts(now.hosts.length),
    roles: words.notes.roles,
    settings: at > WIZARD_STEPS.indexOf("settings") ? now.input.name : words.notes.settings,
    preflight: words.notes.preflight,
  };
  const steps = WIZARD_STEPS.map((id, index) => ({
    id,
    title: words.steps[id],
    ...(index > Math.max(at, far) && id === "hosts" ? {} : { note: notes[id] }),
    done: index < at || (index !== at && index <= far),
  }));
  return [...steps, { id: "plan", title: words.steps.plan, note: words.notes.plan, done: false }];
}
