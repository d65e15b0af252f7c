import type { Clock } from "@/lib/core/clock";
import type { KubeCredentials } from "@/lib/kube/kubeconfig";
import { createApiClient } from "./api-client";

/** Each API server learns of a new right by its own watch: some tenths of a second, unless it is in trouble. */
const LONGEST_MS = 5_000;
const EVERY_MS = 100;

/** Answers of a server that does not know of the account or of its rights yet. */
const NOT_YET: ReadonlySet<number | null> = new Set([401, 403]);

interface Wanted extends Omit<KubeCredentials, "server"> {
  /** Every API server by itself: "https://10.0.0.1:6443". */
  readonly servers: readonly string[];
  /** As whom, in the headers of impersonation; as the identity itself when left out. */
  readonly as?: readonly Readonly<Record<string, string>>[];
  readonly clock: Clock;
}

/**
 * Waits until every server lets the identity see nodes, the right that is granted last; 5 s at most. A server that is
 * away is not waited for: it reads everything anew when it is back.
 */
export async function awaitAccess({ servers, as = [{}], clock, ...trust }: Wanted): Promise<void> {
  const untilMs = clock.nowMs() + LONGEST_MS;
  const isLet = async (server: string, headers: Readonly<Record<string, string>>) => {
    const api = createApiClient({ ...trust, server });
    try {
      for (let leftMs = LONGEST_MS; leftMs > 0; leftMs = untilMs - clock.nowMs()) {
        const asked = { path: "/api/v1/nodes", query: { limit: "1" }, headers, timeoutMs: leftMs };
        const answer = await api.json(asked);
        if (answer.ok || !NOT_YET.has(answer.problem.httpStatus)) return;
        await clock.sleep(EVERY_MS);
      }
    } finally {
      api.close();
    }
  };
  await Promise.all(servers.flatMap((server) => as.map((headers) => isLet(server, headers))));
}
