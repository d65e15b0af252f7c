"use client";
import { useState } from "react";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { PlanSheet } from "@/components/plan/plan-sheet";
import { PlanSkeleton } from "@/components/plan/plan-skeleton";
import { Breadcrumb } from "@/components/shell/breadcrumb";
import { PLACES } from "@/components/shell/places";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHead } from "@/components/ui/page-head";
import { ProblemCard } from "@/components/ui/problem-card";
import type { SiteOperation } from "@/lib/schemas/operation";
import type { SiteRow } from "@/lib/schemas/site-view-row";
import { DdnsPlanStart } from "./ddns-plan-start";
import { sectionHref } from "./network-links";
import { SitePlanStart } from "./site-plan-start";
import { useSitePlan } from "./use-site-plan";
import { useSite } from "./use-site";

/** What an operation on the site would do on its hosts. Nothing has been touched. */
export function SitePlanPage(props: { siteId: string; what: SiteOperation["kind"] }) {
  const { siteId, what } = props;
  const m = useMessages();
  const { data, error } = useSite(siteId);
  const site = data?.site;
  return (
    <>
      <Breadcrumb
        items={[
          { label: m.network.title, href: PLACES.network },
          ...(site === undefined
            ? []
            : [{ label: site.name, href: sectionHref(siteId, "matrix") }]),
          { label: m.plan.crumb },
        ]}
      />
      {site !== undefined && <Planned site={site} what={what} />}
      {site === undefined && error !== null && (
        <Failed siteId={siteId} error={error} busy={false} onRetry={null} />
      )}
      {site === undefined && error === null && <PlanSkeleton hosts={0} />}
    </>
  );
}

function Planned(props: { site: SiteRow; what: SiteOperation["kind"] }) {
  const { site, what } = props;
  const m = useMessages();
  // The revision one looks at is the one that is applied, whoever saves meanwhile.
  const [revision] = useState(site.revision);
  const operation: SiteOperation =
    what === "apply-site"
      ? { kind: what, siteId: site.id, revision, keep: "proof" }
      : { kind: what, siteId: site.id };
  const Start = what === "apply-ddns" || what === "clear-ddns" ? DdnsPlanStart : SitePlanStart;
  const plan = useSitePlan(operation);
  const title = m.network.plan.titles[what](site.name);
  if (plan.data === undefined)
    return plan.error === null ? (
      <PlanSkeleton hosts={site.hosts.length} title={m.plan.title(title)} />
    ) : (
      <Failed
        siteId={site.id}
        error={plan.error}
        busy={plan.isFetching}
        onRetry={() => void plan.refetch()}
      />
    );
  return (
    <PlanSheet
      key={plan.data.readAt}
      title={title}
      members={site.hosts.map(({ id, role }) => ({ hostId: id, role }))}
      plan={plan.data}
      reading={plan.isFetching}
      trouble={plan.error}
      onReadAgain={() => void plan.refetch()}
      foot={<Start site={site} operation={operation} plan={plan.data} reading={plan.isFetching} />}
    />
  );
}

function Failed(props: {
  siteId: string;
  error: Error;
  busy: boolean;
  onRetry: (() => void) | null;
}) {
  const m = useMessages();
  const { siteId, error, busy, onRetry } = props;
  return (
    <>
      <PageHead title={m.plan.readFailed} />
      <ProblemCard
        problem={problemOf(error)}
        actions={
          <>
            {onRetry && (
              <Button size="sm" busy={busy} onClick={onRetry}>
                {m.plan.readAgain}
              </Button>
            )}
            <ButtonLink size="sm" look="ghost" href={sectionHref(siteId, "matrix")}>
              {m.plan.back}
            </ButtonLink>
          </>
        }
      />
    </>
  );
}
