import type { Origin } from "@/lib/network/origin";

/** One place on a packet's way. */
export interface TraceStep {
  readonly kind: "host" | "zone" | "forward";
  readonly name: string;
  readonly hostId?: string;
  /** The rule there that decides, as nft reads it. */
  readonly rule?: string;
}

/** Answer of POST /sites/:id/trace; with `measured` of its proof. */
export interface SiteTraceAnswer {
  readonly verdict: "open" | "blocked";
  readonly by: Origin;
  readonly path: readonly TraceStep[];
  readonly sentence: string;
  readonly measured?: "open" | "blocked" | "untested" | null;
}

/** Answer of POST /sites/:id/import. */
export interface SiteImportAnswer {
  readonly text: string;
  readonly conflicts: readonly string[];
}
