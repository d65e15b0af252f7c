"use client";
import { CheckCheck } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ProblemCard } from "@/components/ui/problem-card";
import type { HostRow } from "@/lib/schemas/host";
import { WhereToRead } from "../where-to-read";
import { confirmable } from "./add-select";
import { IdentityCard } from "./identity-card";
import type { AddHosts } from "./use-add-hosts";

const RepinDialog = dynamic(() => import("../repin-dialog").then((part) => part.RepinDialog));

/** Step 2: every fingerprint is compared by a person before anything secret is sent. */
export function IdentityStep(props: { hosts: AddHosts; rows: readonly HostRow[] }) {
  const { hosts, rows } = props;
  const { state, dispatch, probe } = hosts;
  const words = useMessages().addHosts.identity;
  const [comparing, setComparing] = useState<HostRow | null>(null);
  const open = confirmable(state, rows);
  const undecided = open.filter((candidate) => candidate.verdict === null);
  const keyType = state.candidates.find(({ probe: seen }) => seen && "hostKeyType" in seen)?.probe;
  return (
    <section>
      <div className="flex items-end gap-4">
        <div className="min-w-0">
          <h2 className="text-lg">{words.title}</h2>
          <p className="mt-1 mb-4 max-w-[66ch] text-muted">{words.body}</p>
        </div>
        {undecided.length > 1 && (
          <Button
            icon={CheckCheck}
            className="mb-4 ml-auto"
            onClick={() =>
              dispatch({
                type: "verdict",
                keys: undecided.map((candidate) => candidate.key),
                verdict: "matches",
              })
            }
          >
            {words.allMatch(undecided.length)}
          </Button>
        )}
      </div>
      {probe.busy && (
        <p role="status" className="sr-only">
          {words.reading(state.candidates.length)}
        </p>
      )}
      {probe.problem && <ProblemCard problem={probe.problem} className="mb-4" />}
      <Card className="overflow-clip">
        <ul>
          {state.candidates.map((candidate) => (
            <IdentityCard
              key={candidate.key}
              candidate={candidate}
              hosts={hosts}
              rows={rows}
              onCompare={setComparing}
            />
          ))}
        </ul>
      </Card>
      <WhereToRead
        keyType={keyType && "hostKeyType" in keyType ? keyType.hostKeyType : "ssh-ed25519"}
        className="mt-4"
      />
      {comparing && <RepinDialog row={comparing} onClose={() => setComparing(null)} />}
    </section>
  );
}
