import type { ClusterGlance } from "@/lib/schemas/overview";

/** What is built and ill, then what is on its way, then what is well, then drafts; names settle the rest. */
export const byTroubleOfCluster = (a: ClusterGlance, b: ClusterGlance): number =>
  rank(a) - rank(b) || a.name.localeCompare(b.name, "en", { numeric: true });

function rank({ state, nodes, problem }: ClusterGlance): number {
  if (state === "draft") return 4;
  if (state !== "ready") return 2;
  if (problem !== null) return 0;
  return nodes !== null && nodes.ready < nodes.total ? 1 : 3;
}
