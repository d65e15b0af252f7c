"use client";
import { type LucideIcon, Play, Power, Trash2, Undo2, UserMinus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { PLACES } from "@/components/shell/places";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Icon } from "@/components/ui/icon";
import { toast } from "@/components/ui/toast";
import { isInSync, type PlanFigures } from "@/lib/plan-summary/figures";
import type { ClusterRow } from "@/lib/schemas/cluster";
import type { ClusterOperation } from "@/lib/schemas/operation";
import type { PlanView } from "@/lib/schemas/plan-view";
import { useConfirmation } from "./use-confirmation";
import { useStartJob } from "./use-plan";

/** The foot of the page: how it is undone, and the button that counts. Losses are confirmed first. */
export function PlanStart(props: {
  cluster: ClusterRow;
  operation: ClusterOperation;
  plan: PlanView;
  figures: PlanFigures;
  title: string;
  reading: boolean;
}) {
  const { cluster, operation, plan, figures } = props;
  const m = useMessages();
  const words = m.plan;
  const [asking, setAsking] = useState(false);
  const start = useStartJob(cluster.id);
  const confirmation = useConfirmation({ cluster, operation, plan });
  const begin = () =>
    start.mutate(
      operation.kind === "delete" ? { ...operation, confirmName: cluster.name } : operation,
      {
        onError: (error) => {
          setAsking(false);
          toast.failed({
            title: words.startFailed,
            body: problemOf(error).detail,
            id: "start-job",
          });
        },
      },
    );
  const runs = cluster.runningJobId;
  return (
    <ActionBar facts={<Undo operation={operation} hosts={plan.hosts} />}>
      <WayBack clusterId={cluster.id} runs={runs} />
      <Button
        look={confirmation ? "danger" : "primary"}
        icon={Play}
        busy={start.isPending || start.isSuccess}
        disabled={props.reading || runs !== null}
        onClick={() => (confirmation ? setAsking(true) : begin())}
      >
        {startLabel(figures, words)}
      </Button>
      {confirmation && (
        <ConfirmDialog
          {...confirmation}
          open={asking}
          icon={CONFIRM_ICON[operation.kind] ?? Play}
          onKeep={() => setAsking(false)}
          onConfirm={begin}
          busy={start.isPending || start.isSuccess}
        />
      )}
    </ActionBar>
  );
}

const CONFIRM_ICON: Readonly<Partial<Record<ClusterOperation["kind"], LucideIcon>>> = {
  delete: Trash2,
  "remove-host": UserMinus,
  reboot: Power,
};

/** How what is about to happen can be taken back. */
function Undo({ operation, hosts }: { operation: ClusterOperation; hosts: number }) {
  const { undo } = useMessages().plan;
  return (
    <span className="flex items-center gap-2 max-sm:hidden">
      <Icon of={Undo2} className="text-info-solid" />
      {operation.kind === "create" ? undo.create(hosts) : undo[operation.kind]}
    </span>
  );
}

/** To the cluster; or to the job that holds it now. */
function WayBack({ clusterId, runs }: { clusterId: string; runs: string | null }) {
  const words = useMessages().plan;
  if (runs === null)
    return <ButtonLink href={`${PLACES.clusters}/${clusterId}`}>{words.back}</ButtonLink>;
  return (
    <span className="text-sm text-muted">
      {words.running}.{" "}
      <Link className="link" href={`${PLACES.jobs}/${runs}`}>
        {words.openRunning}
      </Link>
    </span>
  );
}

/** "Start 31 changes on 6 hosts": the button says what pressing it does. */
export function startLabel(
  figures: PlanFigures,
  words: {
    start: (changes: number, hosts: number) => string;
    startSteps: (steps: number, hosts: number) => string;
    startInSync: string;
  },
): string {
  if (isInSync(figures)) return words.startInSync;
  if (figures.changes === 0) return words.startSteps(figures.total - figures.inSync, figures.hosts);
  return words.start(figures.changes, figures.hosts);
}
