import { ok, type Result } from "@/lib/core/result";
import type { Vault } from "@/server/secrets/vault";
import { readAccess, type KubeAccess } from "./access";
import { createApiClient, type ApiClient } from "./api-client";
import type { ApiFailure } from "./api-failure";

/** One connection per cluster, made from what the vault holds when it is first needed. */
export interface Connections {
  client(clusterId: string): Promise<Result<ApiClient, ApiFailure>>;
  access(clusterId: string): Promise<Result<KubeAccess, ApiFailure>>;
  /** Closes it; the next `client` reads the vault again. */
  renew(clusterId: string): void;
  closeAll(): void;
}

/** Starts without any. */
export function createConnections(vault: Pick<Vault, "get">): Connections {
  const clients = new Map<string, ApiClient>();
  const access = (clusterId: string) => readAccess(vault, clusterId);

  const renew = (clusterId: string) => {
    clients.get(clusterId)?.close();
    clients.delete(clusterId);
  };

  return {
    access,
    renew,
    client: async (clusterId) => {
      const open = clients.get(clusterId);
      if (open !== undefined) return ok(open);
      const read = await access(clusterId);
      if (!read.ok) return read;
      // Another caller may have connected while the vault was read.
      const client = clients.get(clusterId) ?? createApiClient(read.value.credentials, read.value);
      clients.set(clusterId, client);
      return ok(client);
    },
    closeAll: () => {
      for (const clusterId of [...clients.keys()]) renew(clusterId);
    },
  };
}
