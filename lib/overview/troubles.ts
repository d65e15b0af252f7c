import type { HostRow } from "@/lib/schemas/host";
import type { Trouble, TroubleKind } from "@/lib/schemas/overview";
import { clusterTroubles, type WatchedCluster } from "./cluster-troubles";
import { hostTroubles } from "./host-troubles";
import { type MeasuredSite, siteTroubles } from "./site-troubles";

interface Watched {
  readonly clusters: readonly WatchedCluster[];
  readonly hosts: readonly HostRow[];
  readonly sites: readonly MeasuredSite[];
  readonly nowMs: number;
}

/** Worst first: what may be an attack, what is down, what waits for a person, what will go wrong later. */
const RANK = {
  "host-key-changed": 0,
  "certificate-ended": 1,
  "api-away": 2,
  "nodes-not-ready": 3,
  "site-drifted": 4,
  "site-differs": 5,
  "host-unreachable": 6,
  "job-stopped": 7,
  "host-blocked": 8,
  "nodes-strained": 9,
  "certificate-ends": 10,
  "host-warned": 11,
} as const satisfies Record<TroubleKind, number>;

/** Everything that is wrong, worst first. Hosts that only have warnings share the last line. */
export function troublesOf({ clusters, hosts, sites, nowMs }: Watched): readonly Trouble[] {
  const found = [
    ...clusters.flatMap((cluster) => clusterTroubles(cluster, nowMs)),
    ...hostTroubles(hosts),
    ...sites.flatMap(siteTroubles),
  ];
  return found.toSorted((a, b) => RANK[a.kind] - RANK[b.kind]);
}

/** Whether somebody has to act on it; hosts with warnings only are told, but do not call. */
export const needsSomebody = ({ kind }: Trouble): boolean => kind !== "host-warned";
