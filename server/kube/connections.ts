import { fail, ok, type Result } from "@/lib/core/result";
import { reveal } from "@/lib/core/secret";
import { readKubeconfig, type KubeCredentials } from "@/lib/kube/kubeconfig";
import type { Vault } from "@/server/secrets/vault";
import { createApiClient, type ApiClient } from "./api-client";
import { noCredentialsFailure, unusableCredentialsFailure, type ApiFailure } from "./api-failure";

/** Where jobs put the administrator's kubeconfig. */
export const kubeconfigEntry = (clusterId: string) => `cluster/${clusterId}/kubeconfig`;

/** One connection per cluster, made from what the vault holds when it is first needed. */
export interface Connections {
  client(clusterId: string): Promise<Result<ApiClient, ApiFailure>>;
  credentials(clusterId: string): Promise<Result<KubeCredentials, ApiFailure>>;
  /** Closes it; the next `client` reads the vault again. */
  renew(clusterId: string): void;
  closeAll(): void;
}

/** Starts without any. */
export function createConnections(vault: Pick<Vault, "get">): Connections {
  const clients = new Map<string, ApiClient>();

  const credentials = async (clusterId: string): Promise<Result<KubeCredentials, ApiFailure>> => {
    const stored = await vault.get(kubeconfigEntry(clusterId));
    if (stored === null) return fail(noCredentialsFailure());
    const read = readKubeconfig(reveal(stored));
    return read.ok ? read : fail(unusableCredentialsFailure(read.problem));
  };

  const renew = (clusterId: string) => {
    clients.get(clusterId)?.close();
    clients.delete(clusterId);
  };

  return {
    credentials,
    renew,
    client: async (clusterId) => {
      const open = clients.get(clusterId);
      if (open !== undefined) return ok(open);
      const read = await credentials(clusterId);
      if (!read.ok) return read;
      // Another caller may have connected while the vault was read.
      const client = clients.get(clusterId) ?? createApiClient(read.value);
      clients.set(clusterId, client);
      return ok(client);
    },
    closeAll: () => {
      for (const clusterId of [...clients.keys()]) renew(clusterId);
    },
  };
}
