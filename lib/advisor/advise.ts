import type { ClusterTopology } from "@/lib/schemas/cluster-spec";
import type { Advice } from "./advice";
import type { AdvisorHost, Assignment } from "./advisor-host";
import { checkCounts } from "./check-counts";
import { checkDisks } from "./check-disks";
import { checkMachines } from "./check-machines";
import { checkMemory } from "./check-memory";

/** What the advisor looks at. */
export interface AdvisorInput {
  readonly topology: ClusterTopology;
  /** The chosen hosts, with or without a role. */
  readonly hosts: readonly AdvisorHost[];
  readonly roles: Assignment;
  readonly serverTaint: boolean;
}

const RANK = { problem: 0, warning: 1, note: 2 } as const;

/** Everything worth saying about who does what: problems first, each with its fix where there is one. */
export function advise(input: AdvisorInput): Advice[] {
  return [
    ...checkCounts(input),
    ...checkMachines(input),
    ...checkMemory(input),
    ...checkDisks(input),
  ].toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
}
