import type { Severity } from "./finding";

/** Something that is legal but not what one wants. A blocker keeps the rules from being applied. */
export interface SiteFinding {
  /** The rule, such as "forward.nowhere". Stable: for links and tests. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly reason: string;
  readonly remedy: string;
  /** Where in the policy: ["forwards", 2]. Empty: in what is missing. */
  readonly path: readonly (string | number)[];
}
