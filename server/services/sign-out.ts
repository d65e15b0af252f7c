import { done, type Result } from "@/lib/core/result";
import type { SessionUser } from "@/lib/schemas/session";
import type { Container } from "@/server/container";

export interface SignOut {
  readonly user: SessionUser | null;
  readonly token: string | null;
  readonly address: string;
  /** Ends every session of the person. */
  readonly everywhere: boolean;
}

/** Ends a session, or all of a person's. Signing out when nobody is signed in is no error. */
export async function signOut(
  { sessions, audit }: Pick<Container, "sessions" | "audit">,
  { user, token, address, everywhere }: SignOut,
): Promise<Result<void>> {
  if (user === null) return done;
  await (everywhere ? sessions.closeAll(user.id) : sessions.close(token));
  await audit.record({
    actor: user,
    address,
    action: everywhere ? "session.close-all" : "session.close",
    object: `user:${user.id}`,
  });
  return done;
}
