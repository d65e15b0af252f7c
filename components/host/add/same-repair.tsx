"use client";
import { RotateCw } from "lucide-react";
import { useState } from "react";
import { PasswordField } from "@/components/form/password-field";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { labelOf } from "./add-select";
import type { SameRefusal } from "./same-refusal";
import type { AddHosts } from "./use-add-hosts";

/** One password that several hosts refused: said once, and given anew to all of them. */
export function SameRepair({ refusal, hosts }: { refusal: SameRefusal; hosts: AddHosts }) {
  const m = useMessages().addHosts;
  const words = m.facts;
  const { user, candidates } = refusal;
  const [password, setPassword] = useState("");
  const retry = () => {
    const repaired = candidates.map((candidate) => ({
      ...candidate,
      access: { ...(candidate.access ?? hosts.state.access), password },
    }));
    for (const { key, access } of repaired)
      hosts.dispatch({ type: "edit", key, patch: { access } });
    hosts.add(repaired);
  };
  return (
    <Note
      alert
      tone="danger"
      className="mb-4"
      title={words.sameRefused(user, candidates.map(labelOf))}
    >
      <form
        className="mt-2 grid max-w-[480px] gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          retry();
        }}
      >
        <PasswordField
          label={m.access.passwordLabel}
          value={password}
          autoComplete="off"
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button
          size="sm"
          type="submit"
          icon={RotateCw}
          disabled={password === ""}
          className="justify-self-start max-sm:justify-self-stretch"
        >
          {words.retryAll(candidates.length)}
        </Button>
      </form>
    </Note>
  );
}
