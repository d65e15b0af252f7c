import type { DdnsNameRow, DdnsView } from "@/lib/schemas/ddns-view";

/** An answer of a host that is away, with what it said before: each name as it was, and the time of that. */
export function keepKnown(before: DdnsView | undefined, now: DdnsView): DdnsView {
  if (now.problem === null || before === undefined || before.asOf === null) return now;
  const known = new Map(before.names.map((row) => [keyOf(row), row]));
  const names = now.names.map((row) => {
    const was = known.get(keyOf(row));
    return was === undefined || row.isWell !== null ? row : { ...row, ...saidOf(was) };
  });
  return { ...now, names, asOf: now.asOf ?? before.asOf };
}

const keyOf = ({ provider, name }: DdnsNameRow) => `${provider} ${name}`;

const saidOf = (row: DdnsNameRow) => {
  const { isWell, isFinal, sentence, remedy, address, updatedAt, waitUntil } = row;
  return { isWell, isFinal, sentence, remedy, address, updatedAt, waitUntil };
};
