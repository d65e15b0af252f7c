import type { SessionUser } from "@/lib/schemas/session";
import type { Sessions } from "@/server/auth/sessions";
import { sessionTokens } from "./cookie";

/** Who is signed in, and the token that says so. */
interface FoundSession {
  readonly user: SessionUser | null;
  readonly token: string | null;
}

/** More values than these are no accident, and each costs a look into the database. */
const MAX_TOKENS = 4;
const NOBODY: FoundSession = { user: null, token: null };

/**
 * The session of a request. A planted cookie that is worth nothing changes nothing; with two sessions in force nobody
 * is signed in, because one of them may be somebody else's, whose doings this person's would then become.
 */
export async function findSession(
  sessions: Pick<Sessions, "find">,
  cookieHeader: string | null | undefined,
  secure: boolean,
): Promise<FoundSession> {
  const tokens = sessionTokens(cookieHeader, secure);
  if (tokens.length > MAX_TOKENS) return NOBODY;
  const all = await Promise.all(
    tokens.map(async (token) => ({ token, user: await sessions.find(token) })),
  );
  const inForce = all.filter(({ user }) => user !== null);
  return inForce.length === 1 ? (inForce[0] ?? NOBODY) : NOBODY;
}
