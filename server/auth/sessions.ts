import type { Clock } from "@/lib/core/clock";
import { ROLES, type SessionUser, type UserRole } from "@/lib/schemas/session";
import type { Bus } from "@/server/bus";
import type { Database } from "@/server/db/client";
import { permissionsOf } from "./permissions";
import { newToken, tokenHash } from "./token";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A session ends after this long without a request, */
export const SESSION_IDLE_MS = 12 * HOUR_MS;
/** and after this long in any case. Source: OWASP ASVS 5.0, 7.3.1 and 7.3.2 ask for both. */
export const SESSION_MAX_MS = 30 * 24 * HOUR_MS;
/** `lastSeenAt` is written at most this often, so that reading a page costs no disk write. */
const TOUCH_EVERY_MS = MINUTE_MS;

export interface SessionOrigin {
  readonly address: string;
  readonly userAgent: string;
}

/** Signed-in browsers. A token leaves this object once, when its session opens. */
export interface Sessions {
  /** Opens a session; answers its token, for the cookie. */
  open(userId: string, origin: SessionOrigin): Promise<string>;
  /** Who holds this token, or null when it is unknown, over, or its owner disabled. */
  find(token: string | null): Promise<SessionUser | null>;
  /** As `find`, by the stored hash, and without counting as activity: for open sockets. */
  check(hash: string): Promise<SessionUser | null>;
  close(token: string | null): Promise<void>;
  /** Ends every session of a person, but the one whose token is given. */
  closeAll(userId: string, exceptToken?: string | null): Promise<void>;
  /** Forgets sessions that are over. Answers how many. */
  sweep(): Promise<number>;
}

const isRole = (text: string): text is UserRole => (ROLES as readonly string[]).includes(text);

interface Needs {
  readonly db: Database;
  readonly clock: Clock;
  readonly bus: Bus;
}

/** Sessions in the database; only the SHA-256 of a token is stored. */
export function createSessions({ db, clock, bus }: Needs): Sessions {
  const now = () => new Date(clock.nowMs());
  const idleSince = () => new Date(clock.nowMs() - SESSION_IDLE_MS);

  const load = async (hash: string) => {
    const session = await db.session.findUnique({
      where: { tokenHash: hash, expiresAt: { gt: now() }, lastSeenAt: { gt: idleSince() } },
      include: { user: true },
    });
    if (session === null || session.user.disabledAt !== null) return null;
    const { id, name, email, role } = session.user;
    if (!isRole(role)) return null; // written by a newer panel: it carries no permission here
    return { session, user: { id, name, email, role, permissions: permissionsOf(role) } };
  };

  const remove = async (tokenHashes: readonly string[]) => {
    await db.session.deleteMany({ where: { tokenHash: { in: [...tokenHashes] } } });
    bus.emit("sessions.closed", { tokenHashes });
  };

  return {
    open: async (userId, { address, userAgent }) => {
      const token = newToken();
      const at = clock.nowMs();
      await db.session.create({
        data: {
          tokenHash: tokenHash(token),
          userId,
          address,
          userAgent: userAgent.slice(0, 300),
          createdAt: new Date(at),
          lastSeenAt: new Date(at),
          expiresAt: new Date(at + SESSION_MAX_MS),
        },
      });
      return token;
    },
    find: async (token) => {
      const found = token === null ? null : await load(tokenHash(token));
      if (found === null) return null;
      const { session, user } = found;
      if (clock.nowMs() - session.lastSeenAt.getTime() >= TOUCH_EVERY_MS)
        await db.session
          .updateMany({ where: { tokenHash: session.tokenHash }, data: { lastSeenAt: now() } })
          .catch(() => {}); // on a full disk: no reason to refuse a page
      return user;
    },
    check: async (hash) => (await load(hash))?.user ?? null,
    close: async (token) => {
      if (token !== null) await remove([tokenHash(token)]);
    },
    closeAll: async (userId, exceptToken = null) => {
      const open = await db.session.findMany({ where: { userId }, select: { tokenHash: true } });
      const kept = exceptToken === null ? null : tokenHash(exceptToken);
      await remove(open.map((session) => session.tokenHash).filter((hash) => hash !== kept));
    },
    sweep: async () => {
      const over = [{ expiresAt: { lte: now() } }, { lastSeenAt: { lte: idleSince() } }];
      return (await db.session.deleteMany({ where: { OR: over } })).count;
    },
  };
}
