import { depthOf } from "@/lib/network/depth-of";
import type { SiteHost, SiteView } from "@/lib/network/site-view";
import type { HostId } from "@/lib/provision/host";
import { rulesBackStep } from "@/lib/provision/steps/rules-back";
import { rulesKeptStep } from "@/lib/provision/steps/rules-kept";
import { rulesOnTrialStep } from "@/lib/provision/steps/rules-on-trial";
import { rulesProvedStep } from "@/lib/provision/steps/rules-proved";
import { rulesReachedStep } from "@/lib/provision/steps/rules-reached";
import { type NodeId, planNode, type PlanNode } from "./plan";

/** What a site's plan is made of. */
export interface SitePlanInput {
  readonly view: SiteView;
  /** Now: exceptions that have ended are left out. */
  readonly at: Date;
  readonly keep: "proof" | "person";
  readonly trialSeconds: number;
}

export const onSiteHost = (host: SiteHost, key: string, after: readonly NodeId[] = []) => ({
  hostId: host.id as HostId,
  hostName: host.name,
  key,
  after,
});

const idOf = (host: SiteHost, key: string): NodeId => `${host.name}/${key}` as NodeId;

/** The step of a host that ends its trial well. */
export const keptId = (host: SiteHost): NodeId => idOf(host, "rules.kept");

/**
 * All hosts on trial at once; nobody keeps anything before everybody is proved. Then hosts behind firewalls keep first,
 * and of firewalls those farthest from the panel: the way to a host is never shut for good before it.
 */
export function trialNodes(
  input: SitePlanInput,
  rulesOf: (host: SiteHost) => string,
  prepared: readonly NodeId[],
): readonly PlanNode[] {
  const { hosts } = input.view;
  const all = (key: string) => hosts.map((host) => idOf(host, key));
  return hosts.flatMap((host) => {
    const { trialSeconds, keep } = input;
    const own = { hostName: host.name, rules: rulesOf(host), trialSeconds };
    const place = (key: string, after: readonly NodeId[]) => onSiteHost(host, key, after);
    const depth = depthOf(input.view, host.id);
    const deeper = hosts.filter(({ id }) => depthOf(input.view, id) > depth).map(keptId);
    const steps = [
      planNode(rulesOnTrialStep, own, place("rules.trial", prepared)),
      planNode(rulesReachedStep, own, place("rules.reached", all("rules.trial"))),
      planNode(rulesProvedStep, { ...own, keep }, place("rules.proved", all("rules.reached"))),
      planNode(rulesKeptStep, own, place("rules.kept", [...all("rules.proved"), ...deeper])),
    ];
    const ids = steps.map(({ id }) => id);
    return [...steps, { ...planNode(rulesBackStep, own, place("rules.back", ids)), always: true }];
  });
}
