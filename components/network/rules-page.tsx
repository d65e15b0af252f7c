"use client";
import { FileSearch, GitCompareArrows, RefreshCw } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { Ago } from "@/components/ui/ago";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { Note } from "@/components/ui/note";
import { ProblemCard } from "@/components/ui/problem-card";
import { SkeletonLines } from "@/components/ui/skeleton";
import type { SiteLiveHost } from "@/lib/schemas/site-view-row";
import { DriftLines } from "./drift-lines";
import { sectionHref } from "./network-links";
import { RuleTable } from "./rule-table";
import { useSiteEditor } from "./site-editor";
import { useSiteRules } from "./use-site";

const OtherRules = dynamic(() => import("./other-rules").then((part) => part.OtherRules));
const EVERY_MS = 10_000;

/** Every rule of one host, what it comes from, and what it has counted. */
export function RulesPage() {
  const { site, changes } = useSiteEditor();
  const m = useMessages();
  const words = m.network.rules;
  const rules = useSiteRules(site.id, EVERY_MS);
  const router = useRouter();
  const wanted = useSearchParams().get("host");
  if (rules.data === undefined)
    return rules.error ? (
      <ProblemCard
        problem={problemOf(rules.error)}
        actions={
          <Button size="sm" busy={rules.isFetching} onClick={() => void rules.refetch()}>
            {m.ui.tryNow}
          </Button>
        }
      />
    ) : (
      <SkeletonLines label={words.reading(site.hosts.length)} lines={8} />
    );
  const { hosts } = rules.data;
  const host = hosts.find(({ hostId }) => hostId === wanted) ?? hosts[0];
  if (host === undefined) return <p className="text-sm text-muted">{words.none}</p>;
  return (
    <>
      {changes.length > 0 && <Note tone="info" className="mb-3" title={words.ofSaved} />}
      <div role="group" aria-label={words.host} className="mb-3 flex flex-wrap gap-1.5">
        {hosts.map((each) => (
          <Chip
            key={each.hostId}
            on={each === host}
            {...(each.drift === null ? {} : { icon: GitCompareArrows })}
            onClick={() =>
              router.replace(`${sectionHref(site.id, "rules")}?host=${each.hostId}`, {
                scroll: false,
              })
            }
          >
            {each.name}
            {each.drift !== null && <span className="text-warn">{words.drifted}</span>}
          </Chip>
        ))}
      </div>
      <HostRules
        key={host.hostId}
        host={host}
        busy={rules.isFetching}
        onAgain={() => void rules.refetch()}
      />
    </>
  );
}

function HostRules(props: { host: SiteLiveHost; busy: boolean; onAgain: () => void }) {
  const { host, busy, onAgain } = props;
  const words = useMessages().network.rules;
  const [isImporting, setImporting] = useState(false);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {host.problem !== null && <ProblemCard tone="warn" problem={host.problem} />}
      {host.drift !== null && <DriftLines host={host.name} drift={host.drift} />}
      <Card aria-label={words.title(host.name)} className="overflow-clip">
        <div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2">
          <h2 className="text-sm font-[580]">{words.title(host.name)}</h2>
          <span className="text-xs text-muted">
            {host.asOf === null ? (
              words.noCounters
            ) : (
              <>
                {words.counted} <Ago at={host.asOf} />
              </>
            )}
          </span>
          <span className="ml-auto flex gap-2">
            <Button size="sm" look="ghost" icon={FileSearch} onClick={() => setImporting(true)}>
              {words.others}
            </Button>
            <Button size="sm" icon={RefreshCw} busy={busy} onClick={onAgain}>
              {words.readAgain}
            </Button>
          </span>
        </div>
        <RuleTable rules={host.rules} />
      </Card>
      {isImporting && (
        <OtherRules hostId={host.hostId} name={host.name} onClose={() => setImporting(false)} />
      )}
    </div>
  );
}
