import ipaddr from "ipaddr.js";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/server/db/client";

/** How long failures count. */
const WINDOW_MS = 15 * 60_000;
/** Failures that cost nothing; from then on the wait doubles from one second. */
const FREE = { account: 5, address: 20 } as const;
/** The longest wait. Short for an account, so that nobody can be locked out by a stranger. */
const LONGEST_MS = { account: 60_000, address: 15 * 60_000 } as const;

type KeyKind = keyof typeof FREE;

/** Limits guesses at a password, per account and per address, across restarts. */
export interface AttemptLimit {
  /**
   * Counts an attempt as failed until `succeeded` says otherwise, so that many at once are counted
   * before the first is answered. Answers how long to wait, 0 when the attempt may go on.
   */
  begin(email: string, address: string): Promise<number>;
  /** Forgets the account's failures and this attempt. */
  succeeded(email: string, address: string): Promise<void>;
}

/** IPv6: a whole /64 is one customer. Source: RFC 6177 section 2. */
function addressKey(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  return ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`).toString();
}

/** Under which an account's failures are kept. */
export const accountKey = (email: string): string => `account:${email}`;

const keysOf = (email: string, address: string) =>
  [
    ["account", accountKey(email)],
    ["address", `address:${addressKey(address)}`],
  ] as const satisfies readonly (readonly [KeyKind, string])[];

/** Milliseconds to wait after the given number of failures, counted from the last one. */
export const waitAfter = (kind: KeyKind, failures: number): number =>
  failures < FREE[kind] ? 0 : Math.min(1000 * 2 ** (failures - FREE[kind]), LONGEST_MS[kind]);

/** Keeps the failures in the database. */
export function createAttemptLimit({ db, clock }: { db: Database; clock: Clock }): AttemptLimit {
  return {
    begin: (email, address) =>
      db.$transaction(async (tx) => {
        const nowMs = clock.nowMs();
        await tx.loginFailure.deleteMany({ where: { at: { lt: new Date(nowMs - WINDOW_MS) } } });
        const waits: number[] = [];
        for (const [kind, key] of keysOf(email, address)) {
          const failures = await tx.loginFailure.count({ where: { key } });
          const last = await tx.loginFailure.findFirst({ where: { key }, orderBy: { at: "desc" } });
          const since = last === null ? Infinity : nowMs - last.at.getTime();
          waits.push(Math.max(0, waitAfter(kind, failures) - since));
        }
        const waitMs = Math.max(...waits);
        if (waitMs === 0)
          await tx.loginFailure.createMany({
            data: keysOf(email, address).map(([, key]) => ({ key, at: new Date(nowMs) })),
          });
        return waitMs;
      }),
    succeeded: async (email, address) => {
      const [[, account], [, from]] = keysOf(email, address);
      await db.loginFailure.deleteMany({ where: { key: account } });
      const own = await db.loginFailure.findFirst({
        where: { key: from },
        orderBy: { id: "desc" },
      });
      if (own !== null) await db.loginFailure.deleteMany({ where: { id: own.id } });
    },
  };
}
