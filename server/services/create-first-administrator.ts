import type { Problem } from "@/lib/core/problem";
import { done, fail, ok, type Result } from "@/lib/core/result";
import type { SetupInput } from "@/lib/schemas/session";
import { checkNewPassword } from "@/server/auth/check-new-password";
import { sameHash, tokenHash } from "@/server/auth/token";
import type { Container } from "@/server/container";
import type { Transaction } from "@/server/db/client";
import type { Caller } from "./caller";
import { isSetupNeeded, SETUP_SETTING, storedSetup } from "./issue-setup-token";

type Panel = Pick<Container, "db" | "clock" | "passwords" | "sessions" | "audit">;

const linkInvalid: Problem = {
  code: "auth.setup-link-invalid",
  detail: "This set-up link was used, is older than 24 hours, or was replaced by a newer one.",
  remedies: ["Make a new one where the panel runs: npm run panel -- setup-link"],
};

const alreadySetUp: Problem = {
  code: "auth.setup-link-invalid",
  detail: "This panel already has an administrator.",
  remedies: ["Sign in, or ask the administrator for an account."],
};

/** Whether the token opens the set-up now. */
async function checkToken(db: Transaction, token: string, nowMs: number): Promise<Result<void>> {
  if (!(await isSetupNeeded(db))) return fail(alreadySetUp);
  const row = await db.setting.findUnique({ where: { key: SETUP_SETTING } });
  if (row === null) return fail(linkInvalid);
  const { hash, expiresAtMs } = storedSetup.parse(JSON.parse(row.value));
  return sameHash(hash, tokenHash(token)) && nowMs < expiresAtMs ? done : fail(linkInvalid);
}

/**
 * Creates the first administrator, once in the life of a database, for the holder of the set-up
 * link; answers a session token. Of several at once exactly one wins.
 */
export async function createFirstAdministrator(
  panel: Panel,
  input: SetupInput,
  caller: Caller,
): Promise<Result<string>> {
  const { db, clock } = panel;
  const { token, name, email, password } = input;
  const early = await checkToken(db, token, clock.nowMs()); // strangers do not get a hash computed
  if (!early.ok) return early;
  const allowed = checkNewPassword(password, { name, email });
  if (!allowed.ok) return allowed;
  const passwordHash = await panel.passwords.hash(password);
  const created = await db.$transaction(async (tx) => {
    const still = await checkToken(tx, token, clock.nowMs());
    if (!still.ok) return still;
    await tx.setting.delete({ where: { key: SETUP_SETTING } });
    return ok(await tx.user.create({ data: { name, email, passwordHash, role: "administrator" } }));
  });
  if (!created.ok) return created;
  const { id } = created.value;
  await panel.audit.record({
    actor: { id, name },
    address: caller.address,
    action: "panel.set-up",
    object: `user:${id}`,
  });
  return ok(await panel.sessions.open(id, caller));
}
