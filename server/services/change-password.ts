import type { Problem } from "@/lib/core/problem";
import { done, fail, type Result } from "@/lib/core/result";
import type { ChangePasswordInput, SessionUser } from "@/lib/schemas/session";
import { checkNewPassword } from "@/server/auth/check-new-password";
import { tooManyAttempts } from "@/server/auth/too-many-attempts";
import type { Container } from "@/server/container";

type Panel = Pick<Container, "db" | "passwords" | "sessions" | "attempts" | "audit" | "kubeTokens">;

/** Who asks, and the session that goes on. */
export interface PasswordOwnerCall {
  readonly user: SessionUser;
  readonly token: string | null;
  readonly address: string;
}

const atField = (field: "current" | "password", sentence: string): Problem => ({
  code: "input.invalid",
  detail: sentence,
  remedies: [],
  fields: { [field]: sentence },
});

/**
 * Changes one's own password and ends one's other sessions and one's kubeconfigs that go through the panel. The current one is asked for, and guesses
 * at it count like guesses at the sign-in page: a browser left open gives nobody the account.
 */
export async function changePassword(
  { db, passwords, sessions, attempts, audit, kubeTokens }: Panel,
  { current, password }: ChangePasswordInput,
  { user, token, address }: PasswordOwnerCall,
): Promise<Result<void>> {
  const { id, email } = user;
  const allowed = checkNewPassword(password, user);
  if (!allowed.ok) return allowed;
  if (password === current)
    return fail(atField("password", "This is your current password. Choose another one."));
  const waitMs = await attempts.begin(email, address);
  if (waitMs > 0) return fail(tooManyAttempts(waitMs));
  const stored = await db.user.findUnique({ where: { id }, select: { passwordHash: true } });
  if (!(await passwords.matches(stored?.passwordHash ?? null, current))) {
    await audit.record({ actor: user, address, action: "password.refuse", object: `user:${id}` });
    return fail(atField("current", "This is not your current password."));
  }
  await attempts.succeeded(email, address);
  await db.user.update({ where: { id }, data: { passwordHash: await passwords.hash(password) } });
  await sessions.closeAll(id, token);
  await audit.record({
    ...{ actor: user, address, action: "password.change", object: `user:${id}` },
    detail: { endedKubeconfigs: await kubeTokens.revokeAll(id) },
  });
  return done;
}
