import type { Clock } from "@/lib/core/clock";
import { secret, type Secret } from "@/lib/core/secret";
import { ROLES, type SessionUser, type UserRole } from "@/lib/schemas/session";
import { permissionsOf } from "@/server/auth/permissions";
import { newToken, tokenHash } from "@/server/auth/token";
import type { Database } from "@/server/db/client";
import { endTokens } from "./end-tokens";
import { createLiveStreams, type LiveStreams } from "./live-streams";

/** `lastUsedAt` is written at most this often: a loop of kubectl calls costs no disk. */
const TOUCH_EVERY_MS = 60_000;
/** How soon a stream ends after its owner was disabled or given another role. */
const RECHECK_EVERY_MS = 15_000;
/** Tokens that are over are kept this long for whoever reads the audit. */
const KEEP_MS = 30 * 24 * 3_600_000;
const SWEEP_EVERY_MS = 3_600_000;

/** A token that is in force, and who holds it. */
export interface KubePass {
  readonly id: string;
  readonly name: string;
  readonly clusterId: string;
  readonly user: SessionUser;
}

interface NewToken {
  readonly userId: string;
  readonly clusterId: string;
  readonly name: string;
  readonly ttlMs: number;
}

/** Tokens with which kubectl comes to the panel. A token leaves this object once, when it is made. */
export interface KubeTokens {
  create(wanted: NewToken): Promise<{ readonly id: string; readonly token: Secret }>;
  /** Whoever holds it, or null when it is unknown, over, revoked, or its owner disabled. */
  find(token: string, address: string): Promise<KubePass | null>;
  /** Ends it, and whatever runs through it, now. False when there is none of this id in the cluster. */
  revoke(where: { id: string; clusterId: string; userId?: string }): Promise<boolean>;
  /** Ends all of a person's, and whatever runs through them, now. Answers how many there were. */
  revokeAll(userId: string): Promise<number>;
  /** What runs through each token. */
  readonly streams: LiveStreams;
  /** Looks again at every token that something runs through, and ends what lost its right. */
  recheck(): Promise<void>;
  stop(): void;
}

interface Needs {
  readonly db: Database;
  readonly clock: Clock;
}

const isRole = (text: string): text is UserRole => (ROLES as readonly string[]).includes(text);

/** Forgets tokens that ended long ago. */
async function sweep(db: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEEP_MS);
  const over = [{ expiresAt: { lt: before } }, { revokedAt: { lt: before } }];
  await db.kubeToken.deleteMany({ where: { OR: over } });
}

/** The token and its pass, while it is in force and its owner is neither disabled nor without a role. */
async function findInForce(
  db: Database,
  where: { readonly tokenHash: string } | { readonly id: string },
  now: Date,
) {
  const row = await db.kubeToken.findUnique({
    where: { ...where, revokedAt: null, expiresAt: { gt: now } },
    include: { user: true },
  });
  if (row === null || row.user.disabledAt !== null || !isRole(row.user.role)) return null;
  const { id, name, email, role } = row.user;
  const user = { id, name, email, role, permissions: permissionsOf(role) };
  return { row, pass: { id: row.id, name: row.name, clusterId: row.clusterId, user } };
}

/** Tokens in the database; only the SHA-256 of each is stored. */
export function createKubeTokens({ db, clock }: Needs): KubeTokens {
  const now = () => new Date(clock.nowMs());
  const streams = createLiveStreams();

  const touch = (id: string, address: string) =>
    db.kubeToken.updateMany({
      where: { id },
      data: { lastUsedAt: now(), lastAddress: address },
    });

  const recheck = async () => {
    for (const id of streams.ids()) {
      const role = (await findInForce(db, { id }, now()))?.pass.user.role;
      streams.endUnless(id, (opened) => opened === role);
    }
  };
  const timers = [
    setInterval(() => void recheck(), RECHECK_EVERY_MS).unref(),
    setInterval(() => void sweep(db, now()), SWEEP_EVERY_MS).unref(),
  ];

  return {
    streams,
    recheck,
    create: async ({ userId, clusterId, name, ttlMs }) => {
      const token = newToken();
      const expiresAt = new Date(clock.nowMs() + ttlMs);
      const data = { tokenHash: tokenHash(token), userId, clusterId, name, expiresAt };
      const { id } = await db.kubeToken.create({ data: { ...data, createdAt: now() } });
      return { id, token: secret(token) };
    },
    find: async (token, address) => {
      const found = await findInForce(db, { tokenHash: tokenHash(token) }, now());
      if (found === null) return null;
      const { row, pass } = found;
      const lastUsedMs = row.lastUsedAt?.getTime() ?? 0;
      // Not waited for: between this answer and the stream that it lets in, no revocation may pass unseen.
      if (clock.nowMs() - lastUsedMs >= TOUCH_EVERY_MS || row.lastAddress !== address)
        void touch(row.id, address).catch(() => {}); // a full disk is said elsewhere
      return pass;
    },
    revoke: async ({ id, clusterId, ...owner }) => {
      const { count } = await db.kubeToken.updateMany({
        where: { id, clusterId, ...owner, revokedAt: null },
        data: { revokedAt: now() },
      });
      if (count > 0) streams.endUnless(id, () => false);
      return count > 0;
    },
    revokeAll: async (userId) => {
      const ended = await endTokens(db, userId, clock.nowMs());
      for (const id of ended) streams.endUnless(id, () => false);
      return ended.length;
    },
    stop: () => timers.forEach(clearInterval),
  };
}
