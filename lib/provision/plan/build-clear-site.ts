import { pathsGoneStep } from "@/lib/provision/steps/paths-gone";
import { stopServiceStep } from "@/lib/provision/steps/stop-service";
import type { SiteHost } from "@/lib/network/site-view";
import { FIREWALL_FOLDER, FIREWALL_UNIT, ROUTES_UNIT } from "@/lib/render/firewall/paths";
import { noRules } from "@/lib/render/nftables/host-file";
import { FIREWALL_UNIT_FILE, ROUTES_UNIT_FILE } from "./build-apply-site";
import { planOf } from "./converge-nodes";
import { type Plan, planNode, type PlanNode } from "./plan";
import { keptId, onSiteHost, type SitePlanInput, trialNodes } from "./trial-nodes";

/**
 * Takes all of a site's rules off its hosts. Having none is tried like any other rules: a firewall that the panel's own
 * way leads through may be the reason why a host is reached at all.
 */
export const buildClearSitePlan = (input: SitePlanInput): Plan =>
  planOf([...trialNodes(input, () => noRules(), []), ...input.view.hosts.flatMap(cleaning)]);

function cleaning(host: SiteHost): readonly PlanNode[] {
  const stop = (unit: string, key: string) =>
    planNode(
      stopServiceStep,
      { unit, why: "Nothing of the site's is loaded any more, not at a boot either." },
      onSiteHost(host, key, [keptId(host)]),
    );
  const stops = [stop(ROUTES_UNIT, "routes.stop"), stop(FIREWALL_UNIT, "firewall.stop")];
  const traces = planNode(
    pathsGoneStep,
    {
      paths: [ROUTES_UNIT_FILE, FIREWALL_UNIT_FILE, FIREWALL_FOLDER],
      what: "the site's files",
      why: "Rules, routes and the program that loads them. The package nftables stays.",
    },
    onSiteHost(
      host,
      "firewall.traces",
      stops.map(({ id }) => id),
    ),
  );
  return [...stops, traces];
}
