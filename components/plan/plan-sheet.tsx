"use client";
import { Download, RefreshCw, ShieldCheck } from "lucide-react";
import { type ReactNode, type RefObject, useMemo, useRef, useState } from "react";
import { problemOf } from "@/components/hooks/api-problem";
import { useFormat } from "@/components/hooks/use-format";
import { useLocale } from "@/components/hooks/locale";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import { saveText } from "@/components/log/save-text";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { ProblemCard } from "@/components/ui/problem-card";
import { ToneLabel } from "@/components/ui/status";
import { planText } from "@/lib/format/plan-text";
import { isInSync, planFigures } from "@/lib/plan-summary/figures";
import { filesOf, planGroups } from "@/lib/plan-summary/groups";
import type { PlanNodeView, PlanView } from "@/lib/schemas/plan-view";
import type { Role } from "@/lib/schemas/role";
import { PlanFiguresRow } from "./plan-figures-row";
import { PlanProblems } from "./plan-problems";
import { PlanSteps } from "./plan-steps";
import { StepDetail } from "./step-detail";
import { putStepInAddress, stepInAddress } from "./step-param";

export interface PlanSheetProps {
  title: string;
  /** Roles of the hosts, where they have one. */
  members: readonly { readonly hostId: string; readonly role: Role | null }[];
  plan: PlanView;
  reading: boolean;
  /** Why reading it again failed; what was read before stays. */
  trouble: unknown;
  onReadAgain: () => void;
  /** The way on. */
  foot: ReactNode;
}

/** Five figures, the steps by host, the chosen step, and under them the way on. */
export function PlanSheet(props: PlanSheetProps) {
  const { plan } = props;
  const figures = planFigures(plan);
  const nodes = useMemo(() => byHost(plan.nodes), [plan.nodes]);
  const detail = useRef<HTMLDivElement>(null);
  const chosen = useChosenNode(nodes, detail);
  const words = useMessages().plan;
  return (
    <div
      aria-busy={props.reading}
      className="flex min-h-[calc(100dvh-var(--topbar)-60px)] flex-col max-sm:min-h-0 max-sm:pb-16 [&>:last-child]:mt-auto"
    >
      <Head {...props} />
      {props.trouble !== null && (
        <ProblemCard problem={problemOf(props.trouble)} className="mb-4" />
      )}
      {isInSync(figures) && (
        <Note tone="ok" className="mb-4" title={words.nothingToDo(figures.checks, plan.hosts)}>
          {words.nothingToDoDetail}
        </Note>
      )}
      <PlanProblems nodes={nodes} onShow={chosen.choose} />
      <PlanFiguresRow figures={figures} estimateMs={plan.estimateMs} />
      <div className="mb-6 grid grid-cols-[392px_minmax(0,1fr)] gap-4 max-lg:grid-cols-[320px_minmax(0,1fr)] max-md:grid-cols-1">
        <PlanSteps
          nodes={nodes}
          members={props.members}
          chosen={chosen.node?.id}
          onChoose={chosen.choose}
        />
        <div ref={detail} className="min-w-0 scroll-mt-16 max-md:order-first">
          {chosen.node && <StepDetail node={chosen.node} nodes={nodes} onChoose={chosen.choose} />}
        </div>
      </div>
      {props.foot}
    </div>
  );
}

/** In the order of the list: the next step is the one below. */
const byHost = (nodes: readonly PlanNodeView[]) =>
  planGroups(nodes, { filter: "all", search: "" }).flatMap((group) => group.nodes);

/** The step one looks at: the address's, else the first problem, file or change. On a phone it comes into view. */
function useChosenNode(nodes: readonly PlanNodeView[], detail: RefObject<HTMLDivElement | null>) {
  const [id, setId] = useState(stepInAddress);
  const node =
    nodes.find((candidate) => candidate.id === id) ??
    nodes.find((candidate) => candidate.state === "problem") ??
    nodes.find((candidate) => filesOf(candidate).length > 0) ??
    nodes.find((candidate) => candidate.state === "change") ??
    nodes[0];
  const choose = (next: string) => {
    setId(next);
    putStepInAddress(next);
    if (window.matchMedia("(max-width: 899px)").matches) detail.current?.scrollIntoView();
  };
  return { node, choose };
}

function Head({ title, plan, reading, onReadAgain }: PlanSheetProps) {
  const m = useMessages();
  const locale = useLocale();
  const format = useFormat();
  const nowMs = useNow();
  const age = format.relative(Date.parse(plan.readAt), nowMs);
  const save = () =>
    saveText(
      `${m.plan
        .title(title)
        .replaceAll(/[^\w.-]+/g, "-")
        .toLowerCase()}.txt`,
      planText(plan, { title, words: m.plan, locale }),
    );
  return (
    <PageHead
      title={m.plan.title(title)}
      mark={
        <ToneLabel pill tone="ok" icon={ShieldCheck}>
          {m.plan.untouched}
        </ToneLabel>
      }
      facts={m.plan.facts(plan.hosts, age, format.duration(plan.readMs))}
      actions={
        <>
          <Button icon={RefreshCw} busy={reading} onClick={onReadAgain}>
            {m.plan.readAgain}
          </Button>
          <Button icon={Download} onClick={save}>
            {m.plan.export}
          </Button>
        </>
      }
    />
  );
}
