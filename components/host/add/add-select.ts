import type { AddHostInput, FoundHost, HostProbe, HostRow, HostTarget } from "@/lib/schemas/host";
import { toAccess } from "../access-draft";
import { fingerprintOf, keyOf, type AddState, type Candidate } from "./add-state";

/** How a host on its way in relates to the inventory. */
export type Relation =
  | { readonly kind: "new" }
  /** The same address with its pinned key. */
  | { readonly kind: "known"; readonly row: HostRow }
  /** The same address, but another key than the pinned one. */
  | { readonly kind: "changed"; readonly row: HostRow };

/** Whether a candidate is already here, or is at a known address with another key. */
export function relationOf(candidate: Candidate, rows: readonly HostRow[]): Relation {
  const row = rows.find((known) => keyOf(known) === keyOf(candidate));
  const fingerprint = fingerprintOf(candidate.probe);
  if (row === undefined || fingerprint === null) return { kind: "new" };
  return { kind: row.hostKey === fingerprint ? "known" : "changed", row };
}

/** The first other candidate that shows the same key: one machine twice, or a copied image. */
export function twinOf(candidate: Candidate, all: readonly Candidate[]): Candidate | null {
  const fingerprint = fingerprintOf(candidate.probe);
  if (fingerprint === null) return null;
  const before = all.slice(0, all.indexOf(candidate));
  return before.find((other) => fingerprintOf(other.probe) === fingerprint) ?? null;
}

/** Candidates that could be confirmed: new ones that showed a key. */
export const confirmable = (state: AddState, rows: readonly HostRow[]): readonly Candidate[] =>
  state.candidates.filter(
    (candidate) =>
      candidate.run.state !== "added" &&
      candidate.verdict !== "left-out" &&
      fingerprintOf(candidate.probe) !== null &&
      relationOf(candidate, rows).kind === "new",
  );

/** Candidates that go on: their fingerprint was confirmed. Those already added stay in the list. */
export const confirmed = (state: AddState): readonly Candidate[] =>
  state.candidates.filter((candidate) => candidate.verdict === "matches");

/** Machines of a scan that are wanted and not here yet. */
export const wantedOf = (state: AddState, rows: readonly HostRow[]): readonly FoundHost[] =>
  (state.found ?? []).filter(
    (found) =>
      !state.unwanted.includes(keyOf(found)) && !rows.some((row) => keyOf(row) === keyOf(found)),
  );

/** What a person calls the host before it has said its name. */
export function labelOf({ run, name, address }: Candidate): string {
  if (run.state === "added") return run.row.name;
  return name === "" ? address : name;
}

/** Whether the label says more than the address. */
export const isNamed = (candidate: Candidate): boolean => labelOf(candidate) !== candidate.address;

type Shown = Extract<HostProbe, { fingerprint: string }>;

/** What the panel is asked to do for one host: pin exactly the key that was compared. */
export function addInput(candidate: Candidate, state: AddState): AddHostInput | null {
  const shown: Shown | null =
    candidate.probe && "fingerprint" in candidate.probe ? candidate.probe : null;
  if (shown === null) return null;
  return {
    ...targetOf(candidate),
    ...(candidate.name.trim() === "" ? {} : { name: candidate.name.trim() }),
    fingerprint: shown.fingerprint,
    hostKeyType: shown.hostKeyType,
    access: toAccess(candidate.access ?? state.access),
  };
}

export const targetOf = ({ address, port, user }: HostTarget): HostTarget => ({
  address,
  port,
  user,
});
