import type { Clock } from "@/lib/core/clock";
import type { Result } from "@/lib/core/result";
import { isKindName, type KindName } from "@/lib/kube/kinds";
import type { KubeCredentials } from "@/lib/kube/kubeconfig";
import type { Bus } from "@/server/bus";
import type { Lifecycle } from "@/server/lifecycle";
import type { Vault } from "@/server/secrets/vault";
import type { ApiClient } from "./api-client";
import type { ApiFailure } from "./api-failure";
import { CACHE_TIMING, ClusterCache, type KindSnapshot } from "./cluster-cache";
import { createConnections, kubeconfigEntry } from "./connections";

/** The panel's door to all clusters. */
export interface KubeHub {
  /** Rows of a kind, waiting a little when it is looked at for the first time. */
  look(clusterId: string, kind: KindName): Promise<KindSnapshot>;
  /** A connection to the cluster's API, shared with the cache. */
  client(clusterId: string): Promise<Result<ApiClient, ApiFailure>>;
  credentials(clusterId: string): Promise<Result<KubeCredentials, ApiFailure>>;
}

interface Needs {
  readonly bus: Bus;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly lifecycle: Lifecycle;
}

/** A page that opens waits this long for its first rows before it shows that they are on their way. */
const FIRST_LOOK_MS = 2_500;

/** "kube:<cluster>:<kind>" taken apart, or null. */
function parseTopic(topic: string): { clusterId: string; kind: KindName } | null {
  const [area, clusterId = "", kind = ""] = topic.split(":");
  return area === "kube" && isKindName(kind) ? { clusterId, kind } : null;
}

/** Makes the hub. It opens nothing before somebody looks. */
export function createKubeHub({ bus, clock, vault, lifecycle }: Needs): KubeHub {
  const { client, credentials, renew, closeAll } = createConnections(vault);
  const caches = new Map<string, ClusterCache>();

  const cacheOf = (clusterId: string): ClusterCache => {
    const known = caches.get(clusterId);
    if (known !== undefined) return known;
    const cache = new ClusterCache({
      clock,
      timing: CACHE_TIMING,
      random: Math.random,
      connect: () => client(clusterId),
      renew: () => renew(clusterId),
      onChange: (kind) => bus.emit("kube.changed", { clusterId, kind }),
    });
    caches.set(clusterId, cache);
    return cache;
  };

  /** New credentials were stored, or the cluster was deleted with them. */
  const credentialsChanged = async (clusterId: string) => {
    renew(clusterId);
    const cache = caches.get(clusterId);
    if (cache === undefined) return;
    if ((await vault.get(kubeconfigEntry(clusterId))) !== null) return cache.restart();
    cache.stop();
    caches.delete(clusterId);
  };

  const unsubscribe = [
    bus.on("cluster.credentials", ({ clusterId }) => void credentialsChanged(clusterId)),
    bus.on("topic.opened", ({ topic }) => {
      const parsed = parseTopic(topic);
      if (parsed !== null) cacheOf(parsed.clusterId).hold(parsed.kind);
    }),
    bus.on("topic.closed", ({ topic }) => {
      const parsed = parseTopic(topic);
      if (parsed !== null) caches.get(parsed.clusterId)?.release(parsed.kind);
    }),
  ];

  lifecycle.onStop("clusters", () => {
    for (const end of unsubscribe) end();
    for (const cache of caches.values()) cache.stop();
    closeAll();
  });

  return {
    look: (clusterId, kind) => cacheOf(clusterId).lookSoon(kind, FIRST_LOOK_MS),
    client,
    credentials,
  };
}
