import { z } from "zod";
import type { Problem } from "@/lib/core/problem";
import { ddnsSettings, type DdnsProvider, type DdnsSettings } from "./ddns";
import { dnsName } from "./network";

/** Body of PUT /sites/:id/ddns. */
export const saveDdnsInput = z.object({
  settings: ddnsSettings,
  /** Name → its password or token. A name that is left out keeps the one it has. */
  secrets: z.record(z.string().max(253), z.string().max(256)).default({}),
});
export type SaveDdnsInput = z.infer<typeof saveDdnsInput>;

/** Body of POST /sites/:id/ddns/confirm: somebody has confirmed the name at its provider just now. */
export const confirmDdnsInput = z.object({ name: dnsName });

/** A name, and how it stands with its provider. Times are ISO; null: never, or not known. */
export interface DdnsNameRow {
  readonly provider: DdnsProvider;
  readonly name: string;
  readonly hasSecret: boolean;
  /** Null until the client on the host has said something. */
  readonly isWell: boolean | null;
  /** Trying again changes nothing: somebody has to do something. */
  readonly isFinal: boolean;
  readonly sentence: string | null;
  readonly remedy: string | null;
  /** The address that the provider took last. */
  readonly address: string | null;
  readonly updatedAt: string | null;
  /** The provider wants to be left alone until then. */
  readonly waitUntil: string | null;
  /** When a free name ends unless it is confirmed at the provider; `isDue`: time to do so. */
  readonly confirm: { readonly endsAt: string; readonly isDue: boolean } | null;
}

/** Answer of GET and PUT /sites/:id/ddns. */
export interface DdnsView {
  readonly settings: DdnsSettings | null;
  readonly hostName: string | null;
  readonly names: readonly DdnsNameRow[];
  /** When the host was asked; null: nothing is set up, or it did not answer. */
  readonly asOf: string | null;
  readonly problem: Problem | null;
}
