"use client";
import { RotateCw } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SegmentedProgress } from "@/components/ui/segmented-progress";
import type { Candidate } from "./add-state";
import { RunCard } from "./run-card";
import { sameRefusals } from "./same-refusal";
import { SameRepair } from "./same-repair";
import type { AddHosts } from "./use-add-hosts";

/** Step 4: each host on its own; one that fails is repaired and tried alone. */
export function RunStep(props: { hosts: AddHosts; chosen: readonly Candidate[] }) {
  const { hosts, chosen } = props;
  const words = useMessages().addHosts.facts;
  const count = (state: Candidate["run"]["state"]) =>
    chosen.filter((candidate) => candidate.run.state === state).length;
  const failed = chosen.filter((candidate) => candidate.run.state === "failed");
  const added = count("added");
  const same = sameRefusals(failed, hosts.state);
  const told = new Set(same.flatMap(({ candidates }) => candidates));
  return (
    <section>
      <div className="flex items-end gap-4">
        <div className="min-w-0">
          <h2 className="text-lg">{words.title(added, chosen.length)}</h2>
          <p className="mt-1 mb-3 max-w-[66ch] text-muted">
            {failed.length > 0 ? words.repairBody(failed.length) : words.body}
          </p>
        </div>
        {failed.length > 1 && told.size < failed.length && (
          <Button icon={RotateCw} className="mb-3 ml-auto" onClick={() => hosts.add(failed)}>
            {words.retryAll(failed.length)}
          </Button>
        )}
      </div>
      <SegmentedProgress
        className="mb-4"
        parts={[
          { tone: "ok", count: added, label: words.countAdded(added) },
          { tone: "live", count: count("working"), label: words.countWorking(count("working")) },
          { tone: "danger", count: failed.length, label: words.countFailed(failed.length) },
          { tone: "rest", count: count("idle"), label: words.countWaiting(count("idle")) },
        ]}
      />
      {same.map((refusal) => (
        <SameRepair
          key={refusal.candidates.map(({ key }) => key).join(" ")}
          refusal={refusal}
          hosts={hosts}
        />
      ))}
      <Card className="overflow-clip">
        <ul aria-live="polite">
          {chosen.map((candidate) => (
            <RunCard
              key={candidate.key}
              candidate={candidate}
              hosts={hosts}
              isTold={told.has(candidate)}
            />
          ))}
        </ul>
      </Card>
    </section>
  );
}
