import type { Database } from "@/server/db/client";

/** Who did it. Null for the panel itself and for people who are not signed in. */
export interface AuditActor {
  readonly id: string | null;
  readonly name: string;
}

export interface AuditRecord {
  readonly actor: AuditActor;
  /** Where the request came from; "panel" for its own doings. */
  readonly address: string;
  /** "<noun>.<verb>", such as "session.open" or "host.add". */
  readonly action: string;
  /** "<noun>:<id or name>". */
  readonly object: string;
  /** Anything that helps a reader later. No secrets. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** The append-only record of who did what, when, from where. */
export interface Audit {
  record(entry: AuditRecord): Promise<void>;
}

/** Entries kept; about 20 MB. */
const KEEP_ENTRIES = 100_000;

/** Writes to the database, and forgets the oldest entries beyond the bound now and then. */
export const createAudit = (db: Database): Audit => ({
  record: async ({ actor, address, action, object, detail = {} }) => {
    const { id } = await db.auditEntry.create({
      data: {
        userId: actor.id,
        actor: actor.name,
        address,
        action,
        object,
        detail: JSON.stringify(detail),
      },
    });
    if (id % 1000 === 0)
      await db.auditEntry.deleteMany({ where: { id: { lte: id - KEEP_ENTRIES } } });
  },
});
