import type { UserRole } from "@/lib/schemas/session";

/** More than a person with a dashboard of watches needs; a program that leaks connections stops here. */
const MAX_PER_TOKEN = 128;

interface Stream {
  readonly role: UserRole;
  readonly end: () => void;
}

/** Requests that run now, by the token that let them in, so that they end with it. */
export interface LiveStreams {
  /** Answers what to call when it ended by itself; null when the token has too many already. */
  add(tokenId: string, stream: Stream): (() => void) | null;
  /** Ends those of a token that `may` go on says no to, by the role they were opened with. */
  endUnless(tokenId: string, may: (role: UserRole) => boolean): void;
  count(tokenId: string): number;
  ids(): readonly string[];
}

/** Starts empty. */
export function createLiveStreams(): LiveStreams {
  const byToken = new Map<string, Set<Stream>>();
  return {
    add: (tokenId, stream) => {
      const streams = byToken.get(tokenId) ?? new Set();
      if (streams.size >= MAX_PER_TOKEN) return null;
      streams.add(stream);
      byToken.set(tokenId, streams);
      return () => {
        streams.delete(stream);
        if (streams.size === 0 && byToken.get(tokenId) === streams) byToken.delete(tokenId);
      };
    },
    endUnless: (tokenId, may) => {
      for (const { role, end } of [...(byToken.get(tokenId) ?? [])]) if (!may(role)) end();
    },
    count: (tokenId) => byToken.get(tokenId)?.size ?? 0,
    ids: () => [...byToken.keys()],
  };
}
