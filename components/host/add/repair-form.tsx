"use client";
import { KeyRound, RotateCw } from "lucide-react";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ProblemCard } from "@/components/ui/problem-card";
import type { Problem } from "@/lib/core/problem";
import { fieldsOf } from "../access-draft";
import { AccessFields } from "../access-fields";
import type { Candidate } from "./add-state";
import type { AddHosts } from "./use-add-hosts";

interface RepairProps {
  candidate: Candidate;
  problem: Problem;
  hosts: AddHosts;
}

const FIELDS = ["name", "address", "port", "user"] as const;

/** What kept one host out, with the fields to repair it; everything typed before is still there. */
export function RepairForm(props: RepairProps) {
  const { candidate, problem, hosts } = props;
  const words = useMessages().addHosts;
  const problems = fieldsOf(problem.fields);
  const { draft, change, retry } = useRepair(props);
  const shown = FIELDS.filter((field) => field === "user" || problems[field] !== undefined);
  return (
    <form
      className="mt-1 grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        retry();
      }}
    >
      <ProblemCard bare problem={problem} className="px-0! pb-0!" />
      <div className="ml-7 grid max-w-[480px] gap-3.5">
        {shown.map((field) => (
          <Field key={field} label={words.fields[field]} problem={problems[field]}>
            <Input
              value={draft[field]}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              onChange={(event) => change({ [field]: event.target.value })}
            />
          </Field>
        ))}
        <AccessFields
          value={draft.access}
          onChange={(patch) => change({ access: { ...draft.access, ...patch } })}
          problems={problems}
        />
        <div className="flex flex-wrap gap-2">
          <Button size="sm" type="submit" icon={RotateCw}>
            {words.facts.retry}
          </Button>
          {problems.fingerprint !== undefined && (
            <CompareAgain candidate={candidate} hosts={hosts} />
          )}
          <Button
            size="sm"
            look="ghost"
            onClick={() =>
              hosts.dispatch({ type: "verdict", keys: [candidate.key], verdict: "left-out" })
            }
          >
            {words.facts.leaveOut}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** The repaired values, and trying this one host again with them. */
function useRepair({ candidate, hosts }: RepairProps) {
  const [draft, setDraft] = useState({
    name: candidate.name,
    address: candidate.address,
    port: String(candidate.port),
    user: candidate.user,
    access: candidate.access ?? hosts.state.access,
  });
  return {
    draft,
    change: (patch: Partial<typeof draft>) => setDraft({ ...draft, ...patch }),
    retry: () => {
      const patch = { ...draft, address: draft.address.trim(), port: Number(draft.port) };
      hosts.dispatch({ type: "edit", key: candidate.key, patch });
      hosts.add([{ ...candidate, ...patch }]);
    },
  };
}

/** Its key is not the one that was compared any more: back to comparing, before anything is sent. */
function CompareAgain({ candidate, hosts }: Omit<RepairProps, "problem">) {
  const words = useMessages().addHosts.facts;
  return (
    <Button
      size="sm"
      icon={KeyRound}
      onClick={() => {
        hosts.dispatch({ type: "verdict", keys: [candidate.key], verdict: null });
        hosts.dispatch({ type: "go", step: "identity" });
        hosts.probe.again(candidate);
      }}
    >
      {words.compareAgain}
    </Button>
  );
}
