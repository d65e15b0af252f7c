import type { Clock } from "@/lib/core/clock";
import { ok, type Result } from "@/lib/core/result";
import type { Discovered } from "@/lib/kube/discovery";
import type { Kind, KubeResource } from "@/lib/kube/kind";
import { kindOf, type KindName, type RowOf } from "@/lib/kube/kinds";
import type { KubeCredentials } from "@/lib/kube/kubeconfig";
import type { Bus } from "@/server/bus";
import type { Lifecycle } from "@/server/lifecycle";
import type { Vault } from "@/server/secrets/vault";
import type { ApiClient } from "./api-client";
import type { ApiFailure } from "./api-failure";
import { CACHE_TIMING } from "./cache-timing";
import { ClusterCache, type KindSnapshot } from "./cluster-cache";
import { createConnections, type Connections } from "./connections";
import { createUsageReader, type ClusterUsage } from "./cluster-usage";
import { createGroupKeeper } from "./group-keeper";
import { createKindFinder } from "./kind-finder";
import { createMetadataReader, type MetadataList } from "./list-metadata";

/** The panel's door to all clusters. */
export interface KubeHub {
  /** Rows of a built-in kind, waiting a little when it is looked at for the first time. */
  look<Name extends KindName>(clusterId: string, kind: Name): Promise<KindSnapshot<RowOf<Name>>>;
  /** The same in a hurry, and without a watch for the kinds its rows are counted with: nodes, not their pods. */
  lookAlone<Name extends KindName>(
    clusterId: string,
    kind: Name,
  ): Promise<KindSnapshot<RowOf<Name>>>;
  /** Like `look`, of any kind. */
  lookAt(clusterId: string, kind: Kind): Promise<KindSnapshot>;
  /** What is known of a kind that is watched already; null otherwise. Starts nothing. */
  peek(clusterId: string, name: string): KindSnapshot | null;
  /** The kind of that name: a built-in one, or one that this cluster serves. Null when there is none. */
  kind(clusterId: string, name: string): Promise<Result<Kind | null, ApiFailure>>;
  /** Everything that this cluster serves, as of a minute ago at most. */
  discover(clusterId: string): Promise<Result<readonly Discovered[], ApiFailure>>;
  /** What the cluster's nodes use, as of some seconds ago at most. */
  usage(clusterId: string, nodes: readonly string[]): Promise<ClusterUsage>;
  /** Names and labels of a kind's objects, as of some seconds ago at most; nothing is watched for it. */
  metadata(clusterId: string, resource: KubeResource): Promise<Result<MetadataList, ApiFailure>>;
  /** A connection to the cluster's API, shared with the cache. */
  client(clusterId: string): Promise<Result<ApiClient, ApiFailure>>;
  credentials(clusterId: string): Promise<Result<KubeCredentials, ApiFailure>>;
  /** Gives the panel's roles their rights in the cluster: needed before anything is asked as a person. */
  ensureGroups(clusterId: string): Promise<Result<void, ApiFailure>>;
}

interface Needs {
  readonly bus: Bus;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly lifecycle: Lifecycle;
  /** Made from the vault when left out. */
  readonly connections?: Connections;
}

/** A page that opens waits this long for its first rows before it shows that they are on their way. */
const FIRST_LOOK_MS = 2_500;

/** A page that shows more than this cluster does not wait for one whose API is away. */
const GLANCE_MS = 300;

/** "kube:<cluster>:<kind>" taken apart, or null. */
function parseTopic(topic: string): { clusterId: string; name: string } | null {
  const [area, clusterId = "", name = ""] = topic.split(":");
  return area === "kube" ? { clusterId, name } : null;
}

type Hold = (clusterId: string, name: string) => Promise<() => void>;

/** Holds a kind from when the first browser looks at it until the last one leaves. */
function followTopics(bus: Bus, hold: Hold) {
  const held = new Map<string, Promise<() => void>>();
  return [
    bus.on("topic.opened", ({ topic }) => {
      const parsed = parseTopic(topic);
      if (parsed !== null) held.set(topic, hold(parsed.clusterId, parsed.name));
    }),
    bus.on("topic.closed", ({ topic }) => {
      void held.get(topic)?.then((release) => release());
      held.delete(topic);
    }),
  ];
}

/** A cache whose changes go out on the bus. */
const openCache = (clusterId: string, { bus, clock }: Needs, { client, renew }: Connections) =>
  new ClusterCache({
    clock,
    timing: CACHE_TIMING,
    random: Math.random,
    connect: () => client(clusterId),
    renew: () => renew(clusterId),
    onChange: (kind) => bus.emit("kube.changed", { clusterId, kind }),
  });

/** Makes the hub. It opens nothing before somebody looks. */
export function createKubeHub(needs: Needs): KubeHub {
  const { bus, clock, vault, lifecycle, connections = createConnections(vault) } = needs;
  const { client, access, renew, closeAll } = connections;
  const finder = createKindFinder({ clock, client });
  const groups = createGroupKeeper({ clock, client, access });
  const caches = new Map<string, ClusterCache>();

  const cacheOf = (clusterId: string): ClusterCache => {
    const known = caches.get(clusterId);
    if (known) return known;
    const cache = openCache(clusterId, needs, connections);
    caches.set(clusterId, cache);
    return cache;
  };

  /** Holds the kind of that name as soon as it is known which one it is; answers how to let go of it. */
  const hold: Hold = async (clusterId, name) => {
    const found = await finder.kind(clusterId, name);
    if (!found.ok || found.value === null) return () => {};
    const kind = found.value;
    cacheOf(clusterId).hold(kind);
    return () => caches.get(clusterId)?.release(kind);
  };

  /** New credentials were stored, or the cluster was deleted with them. */
  const credentialsChanged = async (clusterId: string) => {
    renew(clusterId);
    finder.forget(clusterId);
    groups.forget(clusterId);
    const cache = caches.get(clusterId);
    if (cache === undefined) return;
    if ((await access(clusterId)).ok) return cache.restart();
    cache.stop();
    caches.delete(clusterId);
  };

  const news = bus.on("cluster.credentials", (of) => void credentialsChanged(of.clusterId));
  const unsubscribe = [news, ...followTopics(bus, hold)];
  lifecycle.onStop("clusters", () => {
    for (const end of unsubscribe) end();
    for (const cache of caches.values()) cache.stop();
    closeAll();
  });

  return {
    look: async <Name extends KindName>(clusterId: string, name: Name) =>
      // Rows of a kind are what that kind projected.
      (await cacheOf(clusterId).lookSoon(kindOf(name), FIRST_LOOK_MS)) as KindSnapshot<RowOf<Name>>,
    lookAlone: async <Name extends KindName>(clusterId: string, name: Name) =>
      (await cacheOf(clusterId).lookSoon(kindOf(name), GLANCE_MS, true)) as KindSnapshot<
        RowOf<Name>
      >,
    lookAt: (clusterId, kind) => cacheOf(clusterId).lookSoon(kind, FIRST_LOOK_MS),
    peek: (clusterId, name) => caches.get(clusterId)?.peek(name) ?? null,
    kind: finder.kind,
    discover: finder.discover,
    usage: createUsageReader({ clock, client }),
    metadata: createMetadataReader({ clock, client }),
    client,
    credentials: async (clusterId) => {
      const read = await access(clusterId);
      return read.ok ? ok(read.value.credentials) : read;
    },
    ensureGroups: groups.ensure,
  };
}
