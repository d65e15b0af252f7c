"use client";
import { useChecks } from "./use-checks";
import { useIntake } from "./use-intake";

/** A pasted kubeconfig with its checks: whatever changes in it makes the checks old. */
export function usePasted(clusterId: string | null) {
  const intake = useIntake();
  const checks = useChecks(clusterId);
  const renewing =
    <Args extends readonly unknown[]>(act: (...args: Args) => void) =>
    (...args: Args) => {
      act(...args);
      checks.reset();
    };
  return {
    checks,
    intake: {
      ...intake,
      setText: renewing(intake.setText),
      setContext: renewing(intake.setContext),
      setPart: renewing(intake.setPart),
    },
  };
}
