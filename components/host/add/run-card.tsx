"use client";
import { CircleCheckBig, CircleDashed, LoaderCircle, OctagonX } from "lucide-react";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { ToneLabel } from "@/components/ui/status";
import { FindingCounts } from "../finding-counts";
import { FindingList } from "../finding-item";
import { Size } from "../host-columns";
import { CandidateTitle } from "./candidate-title";
import type { Candidate, Run } from "./add-state";
import { RepairForm } from "./repair-form";
import type { AddHosts } from "./use-add-hosts";

const LOOKS = {
  idle: { tone: "unknown", icon: CircleDashed, word: "waiting" },
  working: { tone: "live", icon: LoaderCircle, word: "working" },
  added: { tone: "ok", icon: CircleCheckBig, word: "added" },
  failed: { tone: "danger", icon: OctagonX, word: "failed" },
} as const satisfies Record<Run["state"], unknown>;

/** One host on its way in: where it stands, what was read, or what it needs. `isTold`: that stands above, for several. */
export function RunCard(props: { candidate: Candidate; hosts: AddHosts; isTold: boolean }) {
  const { candidate, hosts, isTold } = props;
  const [isAlone, setAlone] = useState(false);
  const { run } = candidate;
  const words = useMessages().addHosts.facts;
  const look = LOOKS[run.state];
  return (
    <li className="border-t border-line px-4 py-3 first:border-t-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <CandidateTitle candidate={candidate} />
        <span className="ml-auto max-sm:ml-0">
          <ToneLabel tone={look.tone} icon={look.icon} turns={run.state === "working"}>
            {words[look.word]}
          </ToneLabel>
        </span>
      </div>
      {run.state === "added" && <Added run={run} />}
      {run.state === "failed" && isTold && !isAlone && (
        <p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-muted">
          {words.toldAbove}
          <Button size="sm" onClick={() => setAlone(true)}>
            {words.repairAlone}
          </Button>
        </p>
      )}
      {run.state === "failed" && (!isTold || isAlone) && (
        <RepairForm
          key={run.problem.detail}
          candidate={candidate}
          problem={run.problem}
          hosts={hosts}
        />
      )}
    </li>
  );
}

function Added({ run }: { run: Extract<Run, { state: "added" }> }) {
  const { row } = run;
  const { facts } = row;
  return (
    <>
      <p className="mt-0.5 flex flex-wrap gap-x-3 text-sm text-muted">
        {facts && (
          <>
            <span>{facts.model ?? facts.os.prettyName}</span>
            <Size bytes={facts.memoryBytes} />
          </>
        )}
        {row.findings.length > 0 && <FindingCounts row={row} />}
      </p>
      {row.findings.length > 0 && (
        <details className="mt-1 text-sm">
          <summary className="text-muted">
            {row.findings.map((finding) => finding.title).join(" · ")}
          </summary>
          <FindingList findings={row.findings} />
        </details>
      )}
    </>
  );
}
