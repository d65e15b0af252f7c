import { z } from "zod";
import { ddnsSettings, type DdnsSettings } from "@/lib/schemas/ddns";
import type { Database } from "@/server/db/client";

export interface StoredDdns {
  readonly settings: DdnsSettings;
  /** Name → when somebody confirmed it at its provider, ISO. */
  readonly confirmed: Readonly<Record<string, string>>;
  readonly appliedHostId: string | null;
}

const confirmed = z.record(z.string(), z.string());

/** What is stored about a site's names; null: nothing yet. */
export async function storedDdns(db: Database, siteId: string): Promise<StoredDdns | null> {
  const row = await db.siteDdns.findUnique({ where: { siteId } });
  if (row === null) return null;
  return {
    settings: ddnsSettings.parse(JSON.parse(row.settings)),
    confirmed: confirmed.parse(JSON.parse(row.confirmed)),
    appliedHostId: row.appliedHostId,
  };
}

/** Everything that the vault keeps for a site begins so. */
export const siteVaultPrefix = (siteId: string) => `site/${siteId}/`;

/** Where a name's password or token lies. */
export const ddnsSecretName = (siteId: string, name: string) =>
  `${siteVaultPrefix(siteId)}ddns/${name.toLowerCase()}`;
