import type { AddState, Candidate } from "./add-state";

/** Hosts that refused the same password of the same user. */
export interface SameRefusal {
  readonly user: string;
  readonly candidates: readonly Candidate[];
}

/** Passwords that several hosts refuse are said once. One that a single host refuses is that host's own affair. */
export function sameRefusals(
  candidates: readonly Candidate[],
  state: Pick<AddState, "access">,
): readonly SameRefusal[] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    if (!isPasswordRefused(candidate)) continue;
    const { password } = candidate.access ?? state.access;
    const key = JSON.stringify([candidate.user, password]);
    groups.set(key, [...(groups.get(key) ?? []), candidate]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined || group.length < 2 ? [] : [{ user: first.user, candidates: group }];
  });
}

const isPasswordRefused = ({ run }: Candidate) =>
  run.state === "failed" && run.problem.fields?.["access.password"] !== undefined;
