import type { Problem } from "@/lib/core/problem";
import { failingChecks, parseHealthChecks } from "@/lib/kube/health-checks";
import type { ApiHealth } from "@/lib/schemas/kube";
import { createApiClient, type ApiClient } from "./api-client";
import { problemOf } from "./api-failure";
import type { KubeCredentials } from "@/lib/kube/kubeconfig";

const TIMEOUT_MS = 4_000;

interface ProbedServer {
  readonly name: string;
  /** As people know it. */
  readonly address: string;
  /** Left out: port 6443 there. */
  readonly server?: string;
}

/** Health of one address of the API, and when the certificate ends that it showed. */
export interface ServerProbe {
  readonly health: ApiHealth;
  readonly certificateEndsAt: Date | null;
  /** Only when the certificate itself could not be read or trusted. */
  readonly problem: Problem | null;
}

/** Where a server of a cluster that the panel built answers. */
const serverAt = (address: string): string =>
  `https://${address.includes(":") ? `[${address}]` : address}:6443`;

/**
 * Asks one address of the API over a connection of its own: a resumed TLS session shows no certificate. The
 * cluster's own authority must have signed it.
 */
export async function probeServer(
  credentials: KubeCredentials,
  { name, address, server = serverAt(address) }: ProbedServer,
): Promise<ServerProbe> {
  const api = createApiClient({ ...credentials, server });
  try {
    return await probeAddress(api, { name, address });
  } finally {
    api.close();
  }
}

async function probeAddress(
  api: ApiClient,
  { name, address }: { readonly name: string; readonly address: string },
): Promise<ServerProbe> {
  // The first question pays for the handshake; the second one measures the API.
  const first = await api.text({ path: "/livez", timeoutMs: TIMEOUT_MS });
  const ready = first.ok
    ? await api.text({ path: "/readyz", query: { verbose: "" }, timeoutMs: TIMEOUT_MS })
    : first;
  if (!ready.ok) {
    const problem = problemOf(ready.problem);
    const health = { name, address, ok: false, latencyMs: null, failing: [], checks: 0, problem };
    return { health, certificateEndsAt: null, problem };
  }
  const { httpStatus, text, durationMs, certificateEndsAt } = ready.value;
  const health: ApiHealth = {
    name,
    address,
    ok: httpStatus < 300,
    latencyMs: durationMs,
    failing: failingChecks(text),
    checks: parseHealthChecks(text).length,
    problem: null,
  };
  return { health, certificateEndsAt, problem: null };
}
