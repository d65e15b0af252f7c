import { z } from "zod";
import { newToken, tokenHash } from "@/server/auth/token";
import type { Container } from "@/server/container";
import type { Transaction } from "@/server/db/client";

/** Row of the Setting table that holds the hash of the current set-up token. */
export const SETUP_SETTING = "setup-token";
/** A link that was forgotten in a terminal's history must not work for ever. */
const VALID_MS = 24 * 3_600_000;

/** What is stored of the token. */
export const storedSetup = z.object({ hash: z.string(), expiresAtMs: z.number() });

/** Whether there is nobody yet who could administer the panel. */
export const isSetupNeeded = async (db: Transaction): Promise<boolean> =>
  (await db.user.count({ where: { role: "administrator" } })) === 0;

/**
 * A new one-time token for the set-up page, valid 24 h; earlier ones stop working. Null once an
 * administrator exists. Only its SHA-256 is stored: who can read the database cannot use it.
 */
export async function issueSetupToken(
  panel: Pick<Container, "db" | "clock">,
): Promise<string | null> {
  if (!(await isSetupNeeded(panel.db))) return null;
  const token = newToken();
  const value = JSON.stringify({
    hash: tokenHash(token),
    expiresAtMs: panel.clock.nowMs() + VALID_MS,
  });
  await panel.db.setting.upsert({
    where: { key: SETUP_SETTING },
    create: { key: SETUP_SETTING, value },
    update: { value },
  });
  return token;
}
