import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import { plural } from "@/lib/format/plural";
import { newPassword } from "@/lib/schemas/session";
import { accountKey } from "@/server/auth/attempt-limit";
import { checkNewPassword } from "@/server/auth/check-new-password";
import { endTokens } from "@/server/kube-proxy/end-tokens";
import type { PanelFiles } from "./open-files";

const noAccount = (email: string, known: readonly string[]): Problem => ({
  code: "object.not-found",
  detail: `There is no account ${email}.`,
  remedies: [
    known.length === 0
      ? "There is none at all: npm run panel -- setup-link makes the first one."
      : `Accounts are: ${known.join(", ")}.`,
  ],
});

const refused = (sentence: string): Problem => ({
  code: "input.invalid",
  detail: sentence,
  remedies: ["Run the command again."],
});

/**
 * Gives an account a new password, for whoever may write the panel's files. Ends its sessions (open pages of a
 * running panel notice within a minute) and its kubeconfigs that go through the panel, and forgets its failed
 * sign-ins. Answers what to say.
 */
export async function resetPassword(
  { db, clock, passwords, sessions, audit }: PanelFiles,
  email: string,
  ask: () => Promise<string | null>,
): Promise<Result<string>> {
  const user = await db.user.findUnique({ where: { email: email.toLowerCase() } });
  if (user === null) {
    const all = await db.user.findMany({ select: { email: true }, take: 20 });
    return fail(
      noAccount(
        email,
        all.map((known) => known.email),
      ),
    );
  }
  const typed = await ask();
  if (typed === null) return fail(refused("No password was given, or the two were different."));
  const long = newPassword.safeParse(typed);
  if (!long.success) return fail(refused(long.error.issues[0]?.message ?? ""));
  const allowed = checkNewPassword(typed, user);
  if (!allowed.ok) return fail(refused(allowed.problem.fields?.password ?? allowed.problem.detail));

  const passwordHash = await passwords.hash(typed);
  await db.user.update({ where: { id: user.id }, data: { passwordHash } });
  await sessions.closeAll(user.id);
  const ended = await endTokens(db, user.id, clock.nowMs());
  await db.loginFailure.deleteMany({ where: { key: accountKey(user.email) } });
  await audit.record({
    actor: { id: null, name: "command line" },
    address: "panel",
    action: "password.reset",
    object: `user:${user.id}`,
    detail: { endedKubeconfigs: ended.length },
  });
  const kubeconfigs =
    ended.length === 0 ? "" : `, with ${plural(ended.length, "kubeconfig")} through the panel`;
  const disabled = user.disabledAt === null ? "" : " The account is switched off and stays so.";
  return ok(
    `${user.email} has a new password, and every session of it has ended${kubeconfigs}.${disabled}`,
  );
}
