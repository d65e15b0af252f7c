import type { Clock } from "@/lib/core/clock";
import { reveal, secret } from "@/lib/core/secret";
import type { Vault } from "@/server/secrets/vault";
import { selfSigned, type SelfSigned } from "./self-signed";

const ENTRY = "panel/kubectl-tls";
const DAY_MS = 24 * 3_600_000;
/** Kubeconfigs carry the certificate itself, and end within a year. */
const LIFE_MS = 20 * 365 * DAY_MS;

/** The name kubectl is told to expect, whatever address the panel has. */
export const TLS_SERVER_NAME = "gandalf-panel";

/** The certificate with which the panel's own port speaks TLS to kubectl: made once, its key kept sealed. */
export async function panelCertificate(
  vault: Pick<Vault, "ensure">,
  clock: Clock,
): Promise<SelfSigned> {
  const make = () => {
    const from = new Date(clock.nowMs() - DAY_MS); // clocks of others may be behind
    const until = new Date(clock.nowMs() + LIFE_MS);
    return secret(JSON.stringify(selfSigned({ name: TLS_SERVER_NAME, from, until })));
  };
  return JSON.parse(reveal(await vault.ensure(ENTRY, make))) as SelfSigned;
}
