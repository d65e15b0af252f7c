"use client";
import { OctagonX, Server, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useMay } from "@/components/cluster/use-may";
import { HostStatus } from "@/components/host/host-state";
import { ROLE_ICONS } from "@/components/host/role-icon";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { PLACES } from "@/components/shell/places";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { ToneLabel } from "@/components/ui/status";
import type { HostGlance } from "@/lib/schemas/overview";
import { GlanceCard, GlanceRow, GlanceTitle } from "./glance-card";

/** As many as the cards beside it are high. */
const MOST_SHOWN = 9;

/** Hosts, trouble first; those that do not fit are counted. */
export function HostsCard({ hosts }: { hosts: readonly HostGlance[] }) {
  const m = useBaseMessages();
  const words = m.overview.hosts;
  const rest = hosts.slice(MOST_SHOWN);
  return (
    <GlanceCard title={words.title} all={{ href: PLACES.hosts, label: words.all }}>
      {hosts.length === 0 && <NoHost />}
      <ul>
        {hosts.slice(0, MOST_SHOWN).map((host) => (
          <HostLine key={host.id} host={host} />
        ))}
      </ul>
      {rest.length > 0 && (
        <p className="border-t border-line px-4 py-2.5 text-xs text-muted">
          <Link href={PLACES.hosts} className="link">
            {words.more(
              rest.length,
              rest.every(({ state }) => state === "reachable"),
            )}
          </Link>
        </p>
      )}
    </GlanceCard>
  );
}

function NoHost() {
  const m = useBaseMessages();
  const mayAdd = useMay("hosts:write");
  return (
    <EmptyState
      icon={Server}
      title={m.overview.hosts.none}
      className="border-t border-line py-8!"
      action={mayAdd && <ButtonLink href={PLACES.addHosts}>{m.common.addHosts}</ButtonLink>}
    >
      {m.overview.hosts.noneBody}
    </EmptyState>
  );
}

function HostLine({ host }: { host: HostGlance }) {
  const words = useBaseMessages().overview.hosts;
  const { id, name, address, role, clusterName } = host;
  return (
    <GlanceRow
      href={`${PLACES.hosts}?host=${id}`}
      className="grid-cols-[minmax(0,1fr)_auto]"
      title={
        <span className="grid grid-cols-[16px_minmax(0,1fr)] items-center gap-3">
          <Icon of={role === null ? Server : ROLE_ICONS[role]} className="text-muted" />
          <span className="min-w-0">
            <GlanceTitle name={name}>
              {address} · {clusterName ?? words.free}
            </GlanceTitle>
          </span>
        </span>
      }
    >
      <HostVerdict host={host} />
    </GlanceRow>
  );
}

/** Whether it answers; when it does, what was found wrong with it. */
function HostVerdict({ host }: { host: HostGlance }) {
  const words = useBaseMessages().overview.hosts;
  const { state, blockers, warnings } = host;
  if (state === "reachable" && blockers > 0)
    return (
      <ToneLabel tone="danger" icon={OctagonX}>
        {words.problems(blockers)}
      </ToneLabel>
    );
  if (state === "reachable" && warnings > 0)
    return (
      <ToneLabel tone="warn" icon={TriangleAlert}>
        {words.warnings(warnings)}
      </ToneLabel>
    );
  return <HostStatus row={host} />;
}
