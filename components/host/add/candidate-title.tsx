"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { isNamed, labelOf } from "./add-select";
import type { Candidate } from "./add-state";

/** What a host is called and where it is; until it has a name, the address is both. */
export function CandidateTitle({ candidate }: { candidate: Candidate }) {
  const words = useMessages().addHosts;
  const { user, address, port } = candidate;
  return (
    <>
      <b className="num font-[580]">{labelOf(candidate)}</b>
      <span className="num text-sm text-muted">
        {isNamed(candidate) ? `${user}@${address}:${port}` : words.signsInAs(user, port)}
      </span>
    </>
  );
}
