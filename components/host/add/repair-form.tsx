"use client";
import { RotateCw } from "lucide-react";
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

/** What kept one host out, with the fields to repair it; everything typed before is still there. */
export function RepairForm(props: { candidate: Candidate; problem: Problem; hosts: AddHosts }) {
  const { candidate, problem, hosts } = props;
  const words = useMessages().addHosts;
  const problems = fieldsOf(problem.fields);
  const [draft, setDraft] = useState({
    name: candidate.name,
    user: candidate.user,
    access: candidate.access ?? hosts.state.access,
  });
  const retry = () => {
    hosts.dispatch({ type: "edit", key: candidate.key, patch: draft });
    hosts.add([{ ...candidate, ...draft }]);
  };
  const leaveOut = () =>
    hosts.dispatch({ type: "verdict", keys: [candidate.key], verdict: "left-out" });
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
        {(problems.name !== undefined || draft.name !== "") && (
          <Field label={words.fields.name} problem={problems.name}>
            <Input
              value={draft.name}
              autoComplete="off"
              onChange={(event) => setDraft({ ...draft, name: event.target.value })}
            />
          </Field>
        )}
        <Field label={words.fields.user} problem={problems.user}>
          <Input
            value={draft.user}
            autoComplete="off"
            autoCapitalize="none"
            onChange={(event) => setDraft({ ...draft, user: event.target.value })}
          />
        </Field>
        <AccessFields
          value={draft.access}
          onChange={(patch) => setDraft({ ...draft, access: { ...draft.access, ...patch } })}
          problems={problems}
        />
        <div className="flex gap-2">
          <Button size="sm" type="submit" icon={RotateCw}>
            {words.facts.retry}
          </Button>
          <Button size="sm" look="ghost" onClick={leaveOut}>
            {words.facts.leaveOut}
          </Button>
        </div>
      </div>
    </form>
  );
}
