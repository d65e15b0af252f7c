import type { JobEvent } from "@/lib/schemas/job-event";
import type { JobView } from "@/lib/schemas/job-view";
import type { AttemptStart } from "./log-line";

/** What a job's next attempt begins with; null for the first one. `before` is the job until then. */
export function attemptStart(
  before: JobView,
  { attempt, at, by }: Extract<JobEvent, { type: "job.planned" }>,
): AttemptStart | null {
  if (attempt <= 1) return null;
  return { attempt, at, by: by ?? null, ...endOf(before) };
}

/** A journal that breaks off was cut together with the panel: an interruption that nobody could write down. */
function endOf({ outcome, problem, nodes }: JobView): Pick<AttemptStart, "earlier" | "because"> {
  if (outcome !== "failed")
    return { earlier: outcome === "cancelled" ? "cancelled" : "interrupted", because: null };
  const failed = Object.values(nodes).find(({ state }) => state === "failed");
  return { earlier: "failed", because: failed?.problem?.detail ?? problem?.detail ?? null };
}
