import type { Problem } from "@/lib/core/problem";
import type { FoundHost, HostProbe, HostRow, HostTarget } from "@/lib/schemas/host";
import type { ListedHost } from "@/lib/schemas/host-list";
import { EMPTY_ACCESS, type AccessDraft } from "../access-draft";

export const ADD_STEPS = ["addresses", "identity", "access", "facts"] as const;
export type AddStep = (typeof ADD_STEPS)[number];

/** How far adding one host is. */
export type Run =
  | { readonly state: "idle" | "working" }
  | { readonly state: "added"; readonly row: HostRow }
  | { readonly state: "failed"; readonly problem: Problem };

/** A host on its way in. Nothing of it is lost when another one fails. */
export interface Candidate extends HostTarget {
  /** The host's place in the list; stays when its address is repaired. */
  readonly key: string;
  /** Empty: the host's own name. */
  readonly name: string;
  /** What it shows before anybody signs in; null: being read. */
  readonly probe: HostProbe | null;
  /** What the person said about its fingerprint. */
  readonly verdict: "matches" | "differs" | "left-out" | null;
  /** What it needs otherwise than the rest; null: the same. */
  readonly access: AccessDraft | null;
  readonly run: Run;
}

export interface AddState {
  readonly step: AddStep;
  readonly mode: "type" | "scan";
  readonly text: string;
  readonly user: string;
  /** As typed. */
  readonly port: string;
  readonly cidr: string;
  readonly found: readonly FoundHost[] | null;
  /** Found machines that are not wanted, by key. */
  readonly unwanted: readonly string[];
  readonly candidates: readonly Candidate[];
  readonly access: AccessDraft;
}

export const EMPTY_ADD: AddState = {
  step: "addresses",
  mode: "type",
  text: "",
  user: "pi",
  port: "22",
  cidr: "",
  found: null,
  unwanted: [],
  candidates: [],
  access: EMPTY_ACCESS,
};

type Entry = Pick<AddState, "mode" | "text" | "user" | "port" | "cidr">;
type Edit = Partial<Pick<Candidate, "name" | "address" | "port" | "user" | "access">>;

export type AddAction =
  | { readonly type: "enter"; readonly patch: Partial<Entry> }
  | { readonly type: "found"; readonly found: readonly FoundHost[] | null }
  | { readonly type: "want"; readonly key: string; readonly wanted: boolean }
  | { readonly type: "probe"; readonly targets: readonly ListedHost[] }
  | {
      readonly type: "probed";
      readonly keys: readonly string[];
      readonly probes: readonly HostProbe[];
    }
  | {
      readonly type: "verdict";
      readonly keys: readonly string[];
      readonly verdict: Candidate["verdict"];
    }
  | { readonly type: "access"; readonly patch: Partial<AccessDraft> }
  | { readonly type: "edit"; readonly key: string; readonly patch: Edit }
  | { readonly type: "run"; readonly key: string; readonly run: Run }
  | { readonly type: "go"; readonly step: AddStep };

/** Two entries are the same host when address and port are. */
export const keyOf = ({ address, port }: Pick<HostTarget, "address" | "port">): string =>
  `${address}:${port}`;

/** One answer, of a person or of the panel, folded in. */
export function reduceAdd(state: AddState, action: AddAction): AddState {
  switch (action.type) {
    case "enter":
      return { ...state, ...action.patch };
    case "found":
      return { ...state, found: action.found, unwanted: [] };
    case "want": {
      const others = state.unwanted.filter((key) => key !== action.key);
      return { ...state, unwanted: action.wanted ? others : [...others, action.key] };
    }
    case "probe":
      return { ...state, step: "identity", candidates: merged(state.candidates, action.targets) };
    case "probed":
      return probed(state, action);
    case "access":
      return { ...state, access: { ...state.access, ...action.patch } };
    case "go":
      return { ...state, step: action.step };
    case "verdict":
      return each(state, action.keys, () => ({ verdict: action.verdict }));
    case "edit":
      return each(state, [action.key], () => action.patch);
    case "run":
      return each(state, [action.key], () => ({ run: action.run }));
  }
}

function each(
  state: AddState,
  keys: readonly string[],
  patch: (candidate: Candidate) => Partial<Candidate>,
): AddState {
  const candidates = state.candidates.map((candidate) =>
    keys.includes(candidate.key) ? { ...candidate, ...patch(candidate) } : candidate,
  );
  return { ...state, candidates };
}

/** The new list; hosts that were in it before keep what is known and said about them. */
function merged(old: readonly Candidate[], targets: readonly ListedHost[]): Candidate[] {
  const added = old.filter((candidate) => candidate.run.state === "added");
  const fresh = targets
    .filter((target) => !added.some((candidate) => candidate.key === keyOf(target)))
    .map((target) => {
      const before = old.find((candidate) => candidate.key === keyOf(target));
      return before ? { ...before, user: target.user } : begin(target);
    });
  return [...added, ...fresh];
}

const begin = (target: ListedHost): Candidate => ({
  ...target,
  key: keyOf(target),
  name: target.name ?? "",
  probe: null,
  verdict: null,
  access: null,
  run: { state: "idle" },
});

/** Keys that were read. A key that differs from the last reading must be compared anew. */
function probed(state: AddState, action: Extract<AddAction, { type: "probed" }>): AddState {
  return each(state, action.keys, (candidate) => {
    const probe = action.probes[action.keys.indexOf(candidate.key)] ?? null;
    const same = fingerprintOf(candidate.probe) === fingerprintOf(probe);
    return { probe, verdict: same ? candidate.verdict : null };
  });
}

/** The fingerprint that a probe saw; null when it saw none. */
export const fingerprintOf = (probe: HostProbe | null): string | null =>
  probe && "fingerprint" in probe ? probe.fingerprint : null;
