import type { Clock } from "@/lib/core/clock";
import type { Secret } from "@/lib/core/secret";
import { createApiClient } from "./api-client";

/** Each API server learns of a new right by its own watch: some tenths of a second, unless it is in trouble. */
const LONGEST_MS = 5_000;
const EVERY_MS = 100;

/** Answers of a server that does not know of the account or of its rights yet. */
const NOT_YET: ReadonlySet<number | null> = new Set([401, 403]);

interface Wanted {
  readonly token: Secret;
  readonly caPem: string;
  /** Every API server by itself: "https://10.0.0.1:6443". */
  readonly servers: readonly string[];
  readonly clock: Clock;
}

/**
 * Waits until every server lets the token see nodes, the right that is granted last; 5 s at most. A server that is away
 * is not waited for: it reads everything anew when it is back.
 */
export async function awaitAccess({ token, caPem, servers, clock }: Wanted): Promise<void> {
  const untilMs = clock.nowMs() + LONGEST_MS;
  const isLet = async (server: string) => {
    const api = createApiClient({ server, caPem, identity: { kind: "token", token } });
    try {
      for (let leftMs = LONGEST_MS; leftMs > 0; leftMs = untilMs - clock.nowMs()) {
        const query = { limit: "1" };
        const answer = await api.json({ path: "/api/v1/nodes", query, timeoutMs: leftMs });
        if (answer.ok || !NOT_YET.has(answer.problem.httpStatus)) return;
        await clock.sleep(EVERY_MS);
      }
    } finally {
      api.close();
    }
  };
  await Promise.all(servers.map(isLet));
}
