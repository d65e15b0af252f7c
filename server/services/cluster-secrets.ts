import { randomBytes } from "node:crypto";
import { secret } from "@/lib/core/secret";
import type { ClusterSecrets } from "@/lib/provision/roles/inventory";
import type { Vault } from "@/server/secrets/vault";

/** 128 bits, as k3s makes its own. Letters and digits only: no file or shell needs to quote it. */
const SECRET_BYTES = 16;

const name = (clusterId: string, what: string) => `cluster/${clusterId}/${what}`;

/** Everything the vault keeps for a cluster begins so. */
export const clusterVaultPrefix = (clusterId: string) => name(clusterId, "");

/** Where the administrator's kubeconfig lies; it never leaves the server. */
export const kubeconfigName = (clusterId: string) => name(clusterId, "kubeconfig");

/** The cluster's tokens and database password, made and sealed when first asked for. */
export async function clusterSecrets(vault: Vault, clusterId: string): Promise<ClusterSecrets> {
  const ensure = (what: string) =>
    vault.ensure(name(clusterId, what), () => secret(randomBytes(SECRET_BYTES).toString("hex")));
  return {
    token: await ensure("token"),
    agentToken: await ensure("agent-token"),
    databasePassword: await ensure("database-password"),
  };
}
