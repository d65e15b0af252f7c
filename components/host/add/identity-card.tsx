"use client";
import {
  Check,
  CircleCheck,
  CircleMinus,
  HardDriveDownload,
  KeyRound,
  OctagonX,
  TriangleAlert,
} from "lucide-react";
import type { ReactNode } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { ProblemCard } from "@/components/ui/problem-card";
import { Skeleton } from "@/components/ui/skeleton";
import { Status, ToneLabel } from "@/components/ui/status";
import { Tag } from "@/components/ui/tag";
import type { HostRow } from "@/lib/schemas/host";
import { Fingerprint } from "../fingerprint";
import { PinnedKey, usePinnedDate } from "../pinned-key";
import { shortKeyType } from "../where-to-read";
import { labelOf, relationOf, twinOf } from "./add-select";
import { CandidateTitle } from "./candidate-title";
import type { Candidate } from "./add-state";
import type { AddHosts } from "./use-add-hosts";

interface IdentityProps {
  candidate: Candidate;
  hosts: AddHosts;
  rows: readonly HostRow[];
  onCompare: (row: HostRow) => void;
}

/** One host's fingerprint, and what the person says about it. */
export function IdentityCard(props: IdentityProps) {
  const { candidate, hosts, rows } = props;
  const { probe, verdict } = candidate;
  const relation = relationOf(candidate, rows);
  const alarming = relation.kind === "changed" || verdict === "differs";
  return (
    <li
      className={cx(
        "border-t border-line px-4 py-3.5 first:border-t-0",
        alarming && "bg-danger-tint",
      )}
    >
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-2">
        <CandidateTitle candidate={candidate} />
        {probe && "hostKeyType" in probe && <Tag>{shortKeyType(probe.hostKeyType)}</Tag>}
        {relation.kind === "changed" && <Status of="host" is="key-changed" pill />}
        <span className="ml-auto flex items-center gap-2 max-sm:ml-0">
          <Verdict {...props} relation={relation} />
        </span>
      </div>
      <Body {...props} relation={relation} />
      <Twin candidate={candidate} all={hosts.state.candidates} />
    </li>
  );
}

type WithRelation = IdentityProps & { relation: ReturnType<typeof relationOf> };

function Verdict(props: WithRelation) {
  const { candidate, hosts, relation } = props;
  const words = useMessages().addHosts.identity;
  const say = (verdict: Candidate["verdict"]) =>
    hosts.dispatch({ type: "verdict", keys: [candidate.key], verdict });
  if (candidate.run.state === "added" || relation.kind === "known")
    return (
      <ToneLabel tone="ok" icon={CircleCheck}>
        {words.known(relation.kind === "known" ? relation.row.name : labelOf(candidate))}
      </ToneLabel>
    );
  if (relation.kind === "changed") return null;
  if (candidate.verdict !== null)
    return <Said verdict={candidate.verdict} onUndo={() => say(null)} />;
  if (candidate.probe === null) return null;
  if ("problem" in candidate.probe)
    return (
      <Button size="sm" look="ghost" onClick={() => say("left-out")}>
        {words.leaveOut}
      </Button>
    );
  return (
    <>
      <Button size="sm" icon={Check} onClick={() => say("matches")}>
        {words.matches}
      </Button>
      <Button size="sm" look="ghost" onClick={() => say("differs")}>
        {words.differs}
      </Button>
    </>
  );
}

function Said(props: { verdict: NonNullable<Candidate["verdict"]>; onUndo: () => void }) {
  const words = useMessages().addHosts.identity;
  const labels: Record<NonNullable<Candidate["verdict"]>, ReactNode> = {
    matches: (
      <ToneLabel tone="ok" icon={CircleCheck}>
        {words.willPin}
      </ToneLabel>
    ),
    differs: (
      <ToneLabel tone="danger" icon={OctagonX}>
        {words.leftOut}
      </ToneLabel>
    ),
    "left-out": (
      <ToneLabel tone="unknown" icon={CircleMinus}>
        {words.leftOut}
      </ToneLabel>
    ),
  };
  return (
    <>
      {labels[props.verdict]}
      <Button size="sm" look="ghost" onClick={props.onUndo}>
        {words.undo}
      </Button>
    </>
  );
}

function Body(props: WithRelation) {
  const { candidate, relation, hosts } = props;
  const words = useMessages().addHosts.identity;
  const { probe, verdict } = candidate;
  if (verdict === "left-out") return null;
  if (probe === null) return <Skeleton className="mt-3 mb-1.5 w-[70%]" />;
  if ("problem" in probe)
    return (
      <ProblemCard
        bare
        problem={probe.problem}
        className="px-0! pt-3! pb-0!"
        actions={
          <Button size="sm" busy={hosts.probe.busy} onClick={() => hosts.probe.again(candidate)}>
            {words.tryAgain}
          </Button>
        }
      />
    );
  return (
    <>
      <div className="mt-2">
        <Fingerprint value={probe.fingerprint} />
      </div>
      {verdict === "differs" && <p className="mt-2 text-sm">{words.warned}</p>}
      {relation.kind === "changed" && <Changed {...props} row={relation.row} />}
    </>
  );
}

function Changed(props: IdentityProps & { row: HostRow }) {
  const { candidate, hosts, row, onCompare } = props;
  const words = useMessages().addHosts.identity;
  const date = usePinnedDate(row);
  return (
    <div className="mt-2.5 text-sm">
      <b className="font-name">{words.changed(date)}</b>{" "}
      <span className="text-muted">{words.changedBody}</span>
      <div className="mt-1.5 mb-2.5">
        <PinnedKey row={row} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" icon={HardDriveDownload} onClick={() => onCompare(row)}>
          {words.reimaged}
        </Button>
        <Button
          size="sm"
          icon={KeyRound}
          onClick={() =>
            hosts.dispatch({ type: "verdict", keys: [candidate.key], verdict: "left-out" })
          }
        >
          {words.leaveOut}
        </Button>
      </div>
    </div>
  );
}

function Twin(props: { candidate: Candidate; all: readonly Candidate[] }) {
  const words = useMessages().addHosts.identity;
  const twin = twinOf(props.candidate, props.all);
  if (twin === null) return null;
  return (
    <ToneLabel tone="warn" icon={TriangleAlert} className="mt-2 whitespace-normal!">
      {words.twin(labelOf(twin))}
    </ToneLabel>
  );
}
