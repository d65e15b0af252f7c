"use client";
import { AtSign, Ban, LockKeyhole, Play, Undo2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { startLabel } from "@/components/plan/plan-start";
import { PLACES } from "@/components/shell/places";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Icon } from "@/components/ui/icon";
import { toast } from "@/components/ui/toast";
import { planFigures } from "@/lib/plan-summary/figures";
import type { SiteRow } from "@/lib/schemas/site-view-row";
import { sectionHref } from "./network-links";
import type { StartProps } from "./site-plan-start";
import { useDdns } from "./use-ddns";
import { useStartSiteJob } from "./use-site-plan";

/** The foot of the plan of a site's dynamic DNS: how it is taken back, and the button. */
export function DdnsPlanStart(props: StartProps) {
  const { site, operation, plan } = props;
  const m = useMessages();
  const words = m.network.ddns.plan;
  const [isAsking, setAsking] = useState(false);
  const start = useStartSiteJob(site.id);
  const isApply = operation.kind === "apply-ddns";
  const begin = () =>
    start.mutate(operation, {
      onError: (error) => {
        setAsking(false);
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
          <Icon of={Undo2} className="text-info-solid" />
          {isApply ? words.applyUndo : words.clearUndo}
        </span>
      }
    >
      <WayBack site={site} />
      <Button
        look={isApply ? "primary" : "danger"}
        icon={isApply ? Play : Ban}
        busy={isBusy}
        disabled={props.reading || site.runningJobId !== null}
        onClick={() => (isApply ? begin() : setAsking(true))}
      >
        {isApply ? startLabel(planFigures(plan), m.plan) : words.clearVerb}
      </Button>
      {isAsking && (
        <TakeOffDialog site={site} busy={isBusy} onKeep={() => setAsking(false)} onOff={begin} />
      )}
    </ActionBar>
  );
}

function WayBack({ site }: { site: SiteRow }) {
  const words = useMessages().network;
  if (site.runningJobId === null)
    return <ButtonLink href={sectionHref(site.id, "ddns")}>{words.plan.back}</ButtonLink>;
  return (
    <span className="text-sm text-muted">
      {words.draft.running}{" "}
      <Link className="link" href={`${PLACES.jobs}/${site.runningJobId}`}>
        {words.draft.watch}
      </Link>
    </span>
  );
}

/** Names that nobody keeps go stale at the next change: said before it is done. */
function TakeOffDialog(props: {
  site: SiteRow;
  busy: boolean;
  onKeep: () => void;
  onOff: () => void;
}) {
  const { site, busy, onKeep, onOff } = props;
  const words = useMessages().network.ddns.plan;
  const { data } = useDdns(site.id);
  return (
    <ConfirmDialog
      open
      icon={Ban}
      onKeep={onKeep}
      onConfirm={onOff}
      busy={busy}
      question={words.question(data?.hostName ?? site.name)}
      happens={words.happens}
      verb={words.verb}
      takes={[
        ...(data?.names ?? []).map(({ name, address }) => ({
          icon: AtSign,
          title: name,
          ...(address === null ? {} : { detail: address }),
          verdict: words.stays,
          tone: "warn" as const,
        })),
        { icon: LockKeyhole, title: words.saved, verdict: words.kept, tone: "ok" as const },
      ]}
    />
  );
}
