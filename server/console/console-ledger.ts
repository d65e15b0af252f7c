import type { Database } from "@/server/db/client";

const PREFIX = "console/";

/** A console that may have left something on a host. */
interface LedgerEntry {
  readonly id: string;
  readonly hostId: string;
}

/** Which consoles are on which hosts, on disk: a panel that was killed finds them when it starts again. */
export interface ConsoleLedger {
  add(entry: LedgerEntry): Promise<void>;
  remove(id: string): Promise<void>;
  all(): Promise<readonly LedgerEntry[]>;
}

/** Over the panel's settings. */
export const createConsoleLedger = (db: Pick<Database, "setting">): ConsoleLedger => ({
  add: async ({ id, hostId }) => {
    await db.setting.create({ data: { key: PREFIX + id, value: hostId } });
  },
  remove: async (id) => {
    await db.setting.deleteMany({ where: { key: PREFIX + id } });
  },
  all: async () => {
    const rows = await db.setting.findMany({ where: { key: { startsWith: PREFIX } } });
    return rows.map(({ key, value }) => ({ id: key.slice(PREFIX.length), hostId: value }));
  },
});
