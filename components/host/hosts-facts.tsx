"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Ago } from "@/components/ui/ago";
import { countFindings } from "@/lib/overview/host-order";
import type { HostRow } from "@/lib/schemas/host";

/** One line about all hosts: how many, which do not answer, how old the facts are. */
export function HostsFacts(props: { rows: readonly HostRow[] }) {
  const { rows } = props;
  const words = useMessages().hosts.facts;
  if (rows.length === 0) return words.none;
  const away = rows.filter(
    (row) => row.state === "unreachable" || row.state === "key-changed",
  ).length;
  const troubled = rows.filter((row) => countFindings(row.findings).problems > 0).length;
  const oldest = rows.flatMap((row) => row.factsAt ?? []).toSorted()[0];
  return (
    <>
      {words.summary(rows.length, away)}
      {troubled > 0 && words.problems(troubled)}.
      {oldest !== undefined && (
        <>
          {" "}
          {words.read} <Ago at={oldest} />.
        </>
      )}
    </>
  );
}
