"use client";
import { CircleCheck, OctagonX, TriangleAlert } from "lucide-react";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import type { ListedRow } from "@/components/kube/use-kube-list";
import { StatRow, type Stat } from "@/components/ui/stat-row";
import { ToneLabel } from "@/components/ui/status";
import { WARN_DAYS } from "@/lib/kube/certificate-warning";
import type { ClusterHealth } from "@/lib/schemas/kube";
import { firstToEnd } from "../health/first-to-end";
import { useHealth } from "../health/use-health";

const DAY_MS = 86_400_000;

/** API, datastore, certificates and what pods ask for, in four figures. */
export function NodeStats(props: {
  clusterId: string;
  nodes: readonly ListedRow<"nodes">[];
  isAway: boolean;
}) {
  const health = useHealth(props.clusterId, props.isAway);
  const api = useApiStat(health.data);
  const datastore = useDatastoreStat(health.data);
  const certificates = useCertificateStat(health.data);
  const requests = useRequestStat(props.nodes);
  return <StatRow stats={[api, datastore, certificates, requests]} />;
}

const well = (text: string) => (
  <ToneLabel tone="ok" icon={CircleCheck} size="xs">
    {text}
  </ToneLabel>
);
const ill = (text: string) => (
  <ToneLabel tone="danger" icon={OctagonX} size="xs">
    {text}
  </ToneLabel>
);

function useApiStat(health: ClusterHealth | undefined): Stat {
  const format = useFormat();
  const words = useMessages().cluster.stats;
  if (health === undefined) return { id: "api", label: words.api, figure: words.nothing };
  const { api } = health;
  const label = words.apiThrough(api.address);
  if (api.latencyMs === null)
    return { id: "api", label, figure: words.nothing, detail: ill(words.apiAway) };
  const detail = api.ok ? well(words.apiWell(api.checks)) : ill(words.apiFailing(api.failing));
  return { id: "api", label, figure: format.duration(api.latencyMs), detail };
}

function useDatastoreStat(health: ClusterHealth | undefined): Stat {
  const format = useFormat();
  const words = useMessages().cluster.stats;
  const base = { id: "datastore", label: words.datastore, figure: words.nothing };
  if (health === undefined) return base;
  const { ok, readMs } = health.datastore;
  if (!ok || readMs === null) return { ...base, detail: ill(words.datastoreIll) };
  return { ...base, figure: format.duration(readMs), detail: well(words.datastoreWell) };
}

function useCertificateStat(health: ClusterHealth | undefined): Stat {
  const words = useMessages().cluster.stats;
  const nowMs = useNow(60_000);
  const base = { id: "certificates", label: words.certificates, figure: words.nothing };
  if (health === undefined) return base;
  const first = firstToEnd(health.certificates);
  if (first === null) return { ...base, detail: words.certificatesUnknown };
  const days = Math.floor((first.endsAtMs - nowMs) / DAY_MS);
  const soon = days < WARN_DAYS;
  return {
    ...base,
    figure: words.days(days),
    detail: (
      <ToneLabel tone={soon ? "warn" : "ok"} icon={soon ? TriangleAlert : CircleCheck} size="xs">
        {words.firstToEnd(first.host)}
      </ToneLabel>
    ),
  };
}

function useRequestStat(nodes: readonly ListedRow<"nodes">[]): Stat {
  const format = useFormat();
  const words = useMessages().cluster.stats;
  const sum = (pick: (row: ListedRow<"nodes">) => number | null) =>
    nodes.reduce((total, row) => total + (pick(row) ?? 0), 0);
  const cpu = sum((row) => row.cpuRequestMillis) / sum((row) => row.cpuMillis.allocatable);
  const memory = sum((row) => row.memoryRequestBytes) / sum((row) => row.memoryBytes.allocatable);
  const base = { id: "requests", label: words.requests };
  if (!Number.isFinite(cpu) || !Number.isFinite(memory)) return { ...base, figure: words.nothing };
  return {
    ...base,
    figure: format.percent(cpu),
    detail: words.requestsDetail(format.percent(memory)),
  };
}
