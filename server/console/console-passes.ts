import { secret, type Secret } from "@/lib/core/secret";
import type { Sessions } from "@/server/auth/sessions";
import { newToken, tokenHash } from "@/server/auth/token";
import { createLiveStreams } from "@/server/kube-proxy/live-streams";
import type { KubeTokens } from "@/server/kube-proxy/kube-tokens";

/** How soon a stream ends after its owner was given another role. */
const RECHECK_EVERY_MS = 15_000;

interface Holder {
  readonly id: string;
  /** As the audit shows it. */
  readonly name: string;
  readonly clusterId: string;
  readonly sessionHash: string;
}

/** What lets a console's kubectl in: kept in memory only, and over when its console is. */
export interface ConsolePasses extends Pick<KubeTokens, "find" | "streams"> {
  issue(holder: Holder): Secret;
  /** Ends it and whatever runs through it, now. */
  withdraw(id: string): void;
  recheck(): Promise<void>;
  stop(): void;
}

/** Starts without any. Whoever asks is found through the session that opened the console, as it is now. */
export function createConsolePasses(sessions: Pick<Sessions, "check">): ConsolePasses {
  const holders = new Map<string, Holder>();
  const streams = createLiveStreams();

  const passOf = async (hash: string) => {
    const holder = holders.get(hash);
    const user = holder === undefined ? null : await sessions.check(holder.sessionHash);
    // Looked up again: it may have been withdrawn while the session was read.
    if (holder === undefined || user === null || !holders.has(hash)) return null;
    const { id, name, clusterId } = holder;
    return { id, name, clusterId, user };
  };

  const recheck = async () => {
    for (const [hash, { id }] of holders) {
      const role = (await passOf(hash))?.user.role;
      streams.endUnless(id, (opened) => opened === role);
    }
  };
  const timer = setInterval(() => void recheck(), RECHECK_EVERY_MS).unref();

  return {
    streams,
    recheck,
    issue: (holder) => {
      const token = newToken();
      holders.set(tokenHash(token), holder);
      return secret(token);
    },
    find: (token) => passOf(tokenHash(token)),
    withdraw: (id) => {
      for (const [hash, holder] of holders) if (holder.id === id) holders.delete(hash);
      streams.endUnless(id, () => false);
    },
    stop: () => clearInterval(timer),
  };
}
