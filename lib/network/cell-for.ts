import type { Cell, SiteSpec } from "@/lib/schemas/site";
import { ANY_ZONE } from "@/lib/schemas/site-service";

/**
 * The cell that decides for a pair of zones: the one of just this pair, else from here to any, else from
 * any to there, else any to any. null: nothing is said, so nothing passes.
 */
export function cellFor({ cells }: Pick<SiteSpec, "cells">, from: string, to: string): Cell | null {
  const at = (row: string, column: string) =>
    cells.find((cell) => cell.from === row && cell.to === column);
  return at(from, to) ?? at(from, ANY_ZONE) ?? at(ANY_ZONE, to) ?? at(ANY_ZONE, ANY_ZONE) ?? null;
}
