import { checkFirewalls } from "./check-firewalls";
import { checkFlows } from "./check-flows";
import { checkForwards } from "./check-forwards";
import { checkHosts } from "./check-hosts";
import { checkOpenness } from "./check-openness";
import { checkShadows } from "./check-shadows";
import type { SiteFinding } from "@/lib/schemas/site-finding";
import type { SiteCheck } from "./site-check";

const CHECKS: readonly SiteCheck[] = [
  checkFlows,
  checkHosts,
  checkFirewalls,
  checkForwards,
  checkOpenness,
  checkShadows,
];

const RANK = { blocker: 0, warning: 1, note: 2 } as const;

/** Everything that is wrong or odd about the policy, worst first. Asks no host. */
export const analyseSite: SiteCheck = (view, at): readonly SiteFinding[] =>
  CHECKS.flatMap((check) => check(view, at)).sort((a, b) => RANK[a.severity] - RANK[b.severity]);
