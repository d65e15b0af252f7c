import type { RowStatus, StatusTone } from "@/lib/schemas/kube-kind";

/** Worst first. */
const TONE_RANK = {
  danger: 0,
  warn: 1,
  live: 2,
  info: 2,
  ok: 3,
  unknown: 4,
} as const satisfies Record<StatusTone, number>;

/** For sorting: what is in trouble comes first. */
export const toneRank = (status: RowStatus | null): number => TONE_RANK[status?.tone ?? "unknown"];

/** Somebody has to look at it. */
export const isBad = (status: RowStatus | null): boolean => status?.tone === "danger";

const state =
  (tone: StatusTone) =>
  (word: string, why = "", remedy = ""): RowStatus => ({ word, tone, why, remedy });

/** It is as it should be. */
export const well = state("ok");
/** It is on its way. */
export const underWay = state("live");
/** It may need somebody. */
export const doubtful = state("warn");
/** It needs somebody. */
export const bad = state("danger");
/** It does nothing, as it was told, or has ended. */
export const idle = state("unknown");
