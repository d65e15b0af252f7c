"use client";
import { Ban, Play, Server, Shield, Timer } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { startLabel } from "@/components/plan/plan-start";
import { PLACES } from "@/components/shell/places";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Icon } from "@/components/ui/icon";
import { toast } from "@/components/ui/toast";
import { planFigures } from "@/lib/plan-summary/figures";
import type { PlanView } from "@/lib/schemas/plan-view";
import type { SiteOperation } from "@/lib/schemas/operation";
import type { SiteRow } from "@/lib/schemas/site-view-row";
import { sectionHref } from "./network-links";
import { useStartSiteJob } from "./use-site-plan";

/** What the foot of a plan of a site works on. */
export interface StartProps {
  site: SiteRow;
  operation: SiteOperation;
  plan: PlanView;
  reading: boolean;
}

/** The foot of the plan: how it goes back, who keeps the rules, and the button. */
export function SitePlanStart(props: StartProps) {
  const { site, operation, plan } = props;
  const m = useMessages();
  const words = m.network.plan;
  const [isAsked, setAsked] = useState(false);
  const [isClearing, setClearing] = useState(false);
  const start = useStartSiteJob(site.id);
  const isApply = operation.kind === "apply-site";
  const begin = () =>
    start.mutate(isApply ? { ...operation, keep: isAsked ? "person" : "proof" } : operation, {
      onError: (error) => {
        setClearing(false);
        toast.failed({
          title: m.plan.startFailed,
          body: problemOf(error).detail,
          id: "start-job",
        });
      },
    });
  const isBusy = start.isPending || start.isSuccess;
  return (
    <ActionBar
      facts={
        <span className="flex items-center gap-2">
          <Icon of={Timer} className="text-info-solid" />
          {isApply ? words.trial : words.clearUndo}
        </span>
      }
    >
      {isApply && (
        <Checkbox
          checked={isAsked}
          onChange={(event) => setAsked(event.currentTarget.checked)}
          className="max-sm:w-full"
        >
          {words.askMe}
        </Checkbox>
      )}
      <WayBack site={site} />
      <Button
        look={isApply ? "primary" : "danger"}
        icon={isApply ? Play : Ban}
        busy={isBusy}
        disabled={props.reading || site.runningJobId !== null}
        onClick={() => (isApply ? begin() : setClearing(true))}
      >
        {isApply ? startLabel(planFigures(plan), m.plan) : words.clearVerb}
      </Button>
      {isClearing && (
        <ClearDialog site={site} busy={isBusy} onKeep={() => setClearing(false)} onClear={begin} />
      )}
    </ActionBar>
  );
}

function WayBack({ site }: { site: SiteRow }) {
  const words = useMessages().network;
  if (site.runningJobId === null)
    return <ButtonLink href={sectionHref(site.id, "matrix")}>{words.plan.back}</ButtonLink>;
  return (
    <span className="text-sm text-muted">
      {words.draft.running}{" "}
      <Link className="link" href={`${PLACES.jobs}/${site.runningJobId}`}>
        {words.draft.watch}
      </Link>
    </span>
  );
}

/** Taking all rules away opens what they shut: said before it is done. */
function ClearDialog(props: {
  site: SiteRow;
  busy: boolean;
  onKeep: () => void;
  onClear: () => void;
}) {
  const { site, busy, onKeep, onClear } = props;
  const words = useMessages().network.plan.clear;
  const hosts = site.hosts.map(({ name }) => name);
  return (
    <ConfirmDialog
      open
      icon={Ban}
      onKeep={onKeep}
      onConfirm={onClear}
      busy={busy}
      question={words.question(site.name)}
      happens={words.happens}
      verb={words.verb}
      takes={[
        {
          icon: Shield,
          title: words.protection,
          detail: words.protectionDetail,
          verdict: words.gone,
          tone: "danger",
        },
        {
          icon: Server,
          title: words.hosts(hosts.length),
          detail: hosts.join(", "),
          verdict: words.open,
          tone: "warn",
        },
        {
          icon: Shield,
          title: words.policy,
          detail: words.policyDetail,
          verdict: words.kept,
          tone: "ok",
        },
      ]}
    />
  );
}
