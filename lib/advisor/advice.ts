import type { Role } from "@/lib/schemas/role";
import type { AdvisorHost } from "./advisor-host";
import type { Fix } from "./fix";

/** What each rule has to say; the words are in the catalogue. Sizes in bytes. */
export interface AdviceFacts {
  "role-memory": { host: AdvisorHost; role: Role; needBytes: number; better: AdvisorHost | null };
  "server-tight": { host: AdvisorHost };
  "role-missing": { role: Role; candidate: AdvisorHost | null };
  "role-crowded": { role: Role; keep: AdvisorHost; others: readonly AdvisorHost[] };
  "servers-need-database": { count: number };
  "one-server": { server: AdvisorHost; candidate: AdvisorHost | null };
  "no-agents": { servers: number };
  "same-machine": { hosts: readonly [AdvisorHost, AdvisorHost] };
  "state-on-sd": { host: AdvisorHost; role: Role; better: AdvisorHost | null };
  "servers-on-sd": { servers: readonly AdvisorHost[]; database: AdvisorHost };
}

export type AdviceRule = keyof AdviceFacts;

/** A finding of one rule. `id` stays the same while the finding does, so that "keep anyway" holds. */
export interface AdviceOf<Rule extends AdviceRule> {
  readonly id: string;
  readonly rule: Rule;
  /** problem: to be solved or kept on purpose · warning: worth a thought · note: good to know. */
  readonly severity: "problem" | "warning" | "note";
  /** Whether one may go on in spite of a problem. */
  readonly overridable: boolean;
  readonly hostIds: readonly string[];
  readonly facts: AdviceFacts[Rule];
  readonly fix: Fix | null;
}

/** Any finding of the advisor. */
export type Advice = { [Rule in AdviceRule]: AdviceOf<Rule> }[AdviceRule];

type Draft<Rule extends AdviceRule> = Omit<AdviceOf<Rule>, "id" | "overridable" | "fix"> & {
  readonly overridable?: boolean;
  readonly fix?: Fix | null;
};

/** Gives a finding its id, made of the rule and the hosts it is about. */
export const advice = <Rule extends AdviceRule>(draft: Draft<Rule>): AdviceOf<Rule> => ({
  ...draft,
  id: [draft.rule, ...draft.hostIds].join(":"),
  overridable: draft.overridable ?? true,
  fix: draft.fix ?? null,
});
