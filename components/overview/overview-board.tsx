"use client";
import { CircleCheck, Plus } from "lucide-react";
import { useMay } from "@/components/cluster/use-may";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { PLACES } from "@/components/shell/places";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { needsSomebody } from "@/lib/overview/troubles";
import type { OverviewAnswer } from "@/lib/schemas/overview";
import { ClustersCard } from "./clusters-card";
import { HostsCard } from "./hosts-card";
import { JobsCard } from "./jobs-card";
import { TroubleList } from "./trouble-list";

/** What is wrong first, then clusters, jobs and hosts. From plain props. */
export function OverviewBoard({ seen }: { seen: OverviewAnswer }) {
  const words = useBaseMessages().overview;
  const needs = seen.troubles.filter(needsSomebody).length;
  return (
    <>
      <PageHead
        title={words.needs(needs)}
        mark={needs === 0 && <Icon of={CircleCheck} size={20} className="text-ok-solid" />}
        facts={<Facts seen={seen} />}
        actions={<Actions first={seen.clusters.length === 0} />}
      />
      <TroubleList troubles={seen.troubles} />
      <div className="grid grid-cols-[minmax(0,1.9fr)_minmax(0,1fr)] items-start gap-4 max-lg:grid-cols-1">
        <div className="grid gap-4">
          <ClustersCard clusters={seen.clusters} />
          <JobsCard running={seen.running} recent={seen.recent} />
        </div>
        <HostsCard hosts={seen.hosts} />
      </div>
    </>
  );
}

function Facts({ seen }: { seen: OverviewAnswer }) {
  const words = useBaseMessages().overview.facts;
  const { clusters, hosts, running } = seen;
  const sum = (of: "ready" | "total") =>
    clusters.reduce((total, { nodes }) => total + (nodes?.[of] ?? 0), 0);
  const reachable = hosts.filter(({ state }) => state === "reachable").length;
  return [
    ...(sum("total") > 0 ? [words.nodes(sum("ready"), sum("total"))] : []),
    ...(hosts.length > 0 ? [words.hosts(reachable, hosts.length)] : []),
    ...(running.length > 0 ? [words.running(running.length)] : []),
  ].join(" · ");
}

/** Both ways to have more to look after. */
function Actions({ first }: { first: boolean }) {
  const m = useBaseMessages();
  const mayAdd = useMay("hosts:write");
  const mayCreate = useMay("clusters:write") && !first;
  return (
    <>
      {mayAdd && (
        <ButtonLink href={PLACES.addHosts} icon={Plus}>
          {m.common.addHosts}
        </ButtonLink>
      )}
      {mayCreate && (
        <ButtonLink href={PLACES.newCluster} icon={Plus}>
          {m.common.newCluster}
        </ButtonLink>
      )}
    </>
  );
}
