"use client";
import { Play, Undo2 } from "lucide-react";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { useHosts } from "@/components/host/use-hosts";
import { PlanFailed } from "@/components/plan/plan-failed";
import { PlanSheet } from "@/components/plan/plan-sheet";
import { PlanSkeleton } from "@/components/plan/plan-skeleton";
import { startLabel } from "@/components/plan/plan-start";
import { Breadcrumb } from "@/components/shell/breadcrumb";
import { PLACES } from "@/components/shell/places";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { toast } from "@/components/ui/toast";
import { planFigures } from "@/lib/plan-summary/figures";
import { operationTitle } from "@/lib/provision/plan/operation-title";
import type { HostOperation } from "@/lib/schemas/operation";
import type { PlanView } from "@/lib/schemas/plan-view";
import { useHostPlan, useStartHostJob } from "./use-host-settings";

interface Props {
  hostId: string;
  operation: HostOperation;
}

/** What changing a host's settings, or rebooting it, would do. Nothing has been touched. */
export function HostPlanPage(props: Props) {
  const { hostId, operation } = props;
  const m = useMessages();
  const rows = useHosts().data;
  const row = rows?.find(({ id }) => id === hostId);
  const plan = useHostPlan(hostId, operation);
  const title = operationTitle(operation, null, row?.name ?? "…");
  return (
    <>
      <Breadcrumb
        items={[
          { label: m.common.hosts, href: PLACES.hosts },
          { label: row?.name ?? "…", href: `${PLACES.hosts}?host=${hostId}` },
          { label: m.plan.crumb },
        ]}
      />
      {plan.data && (
        <PlanSheet
          key={plan.data.readAt}
          title={title}
          members={(rows ?? []).map(({ id, role }) => ({ hostId: id, role }))}
          plan={plan.data}
          reading={plan.isFetching}
          trouble={plan.error}
          onReadAgain={() => void plan.refetch()}
          foot={<Start {...props} plan={plan.data} reading={plan.isFetching} />}
        />
      )}
      {!plan.data && plan.error !== null && (
        <PlanFailed
          error={plan.error}
          busy={plan.isFetching}
          onRetry={() => void plan.refetch()}
          back={{ href: PLACES.hosts, label: m.hostSettings.back }}
        />
      )}
      {plan.isPending && (
        <PlanSkeleton hosts={operation.hostIds.length} title={m.plan.title(title)} />
      )}
    </>
  );
}

function Start(props: Props & { plan: PlanView; reading: boolean }) {
  const { hostId, operation, plan, reading } = props;
  const m = useMessages();
  const start = useStartHostJob(hostId);
  const begin = () =>
    start.mutate(operation, {
      onError: (error) =>
        toast.failed({ title: m.plan.startFailed, body: problemOf(error).detail, id: "start-job" }),
    });
  const isPrepare = operation.kind === "prepare-host";
  return (
    <ActionBar
      facts={
        <span className="flex items-center gap-2 max-sm:hidden">
          <Icon of={Undo2} className="text-info-solid" />
          {m.plan.undo[operation.kind]}
        </span>
      }
    >
      <ButtonLink
        href={isPrepare ? `${PLACES.hosts}/${hostId}/settings` : `${PLACES.hosts}?host=${hostId}`}
      >
        {isPrepare ? m.hostSettings.plan.back : m.hostSettings.back}
      </ButtonLink>
      <Button
        look="primary"
        icon={Play}
        busy={start.isPending || start.isSuccess}
        disabled={reading}
        onClick={begin}
      >
        {startLabel(planFigures(plan), m.plan)}
      </Button>
    </ActionBar>
  );
}
