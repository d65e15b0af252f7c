import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import type { SignInInput } from "@/lib/schemas/session";
import { tooManyAttempts } from "@/server/auth/too-many-attempts";
import type { Container } from "@/server/container";
import type { Caller } from "./caller";

type Panel = Pick<Container, "db" | "passwords" | "sessions" | "attempts" | "audit">;

/** The same for an unknown e-mail, a wrong password and a disabled account. */
const wrong: Problem = {
  code: "auth.failed",
  detail: "The e-mail address or the password is not right.",
  remedies: ["Check both, and whether Caps Lock is on.", "Ask an administrator if you forgot it."],
};

/** How a sign-in ends other than well; `waitMs` is set when it was not even looked at. */
export interface SignInFailure {
  readonly problem: Problem;
  readonly waitMs?: number;
}

/** What the caller holds besides his words: the session he had, which ends when the new one opens. */
export interface SignInCaller extends Caller {
  readonly token: string | null;
}

/** Checks e-mail and password; answers a new session token. */
export async function signIn(
  panel: Panel,
  { email, password }: SignInInput,
  caller: SignInCaller,
): Promise<Result<string, SignInFailure>> {
  const { address } = caller;
  const waitMs = await panel.attempts.begin(email, address);
  if (waitMs > 0) return fail({ problem: tooManyAttempts(waitMs), waitMs });
  const user = await panel.db.user.findUnique({ where: { email } });
  const right = await panel.passwords.matches(user?.passwordHash ?? null, password);
  if (user === null || !right || user.disabledAt !== null) {
    await panel.audit.record({
      actor: { id: null, name: "nobody" },
      address,
      action: "session.refuse",
      object: `user:${user?.id ?? "unknown"}`, // what was typed may be a password in the wrong field
    });
    return fail({ problem: wrong });
  }
  await panel.attempts.succeeded(email, address);
  await panel.sessions.close(caller.token);
  const token = await panel.sessions.open(user.id, caller);
  await panel.audit.record({
    actor: user,
    address,
    action: "session.open",
    object: `user:${user.id}`,
  });
  return ok(token);
}
