import { compileHost } from "@/lib/network/compile/compile-host";
import { firewallRoutes } from "@/lib/network/firewall-routes";
import type { SiteHost } from "@/lib/network/site-view";
import { configFileStep } from "@/lib/provision/steps/config-file";
import { firewallBootStep } from "@/lib/provision/steps/firewall-boot";
import { packagesStep } from "@/lib/provision/steps/packages";
import { serviceStep } from "@/lib/provision/steps/service";
import { stopServiceStep } from "@/lib/provision/steps/stop-service";
import { unitFileStep } from "@/lib/provision/steps/unit-file";
import { FIREWALL_UNIT, ROUTES_UNIT, RULES_PROGRAM } from "@/lib/render/firewall/paths";
import { rulesProgram } from "@/lib/render/firewall/rules-program";
import { hostFile } from "@/lib/render/nftables/host-file";
import { firewallUnit, routesUnit } from "@/lib/render/systemd/firewall-unit";
import { planOf } from "./converge-nodes";
import { type Plan, planNode, type PlanNode } from "./plan";
import { keptId, onSiteHost, type SitePlanInput, trialNodes } from "./trial-nodes";

const UNITS = "/etc/systemd/system";
export const FIREWALL_UNIT_FILE = `${UNITS}/${FIREWALL_UNIT}`;
export const ROUTES_UNIT_FILE = `${UNITS}/${ROUTES_UNIT}`;

/** Brings every host of a site to what its policy says: prepared first, then all on trial at once. */
export function buildApplySitePlan(input: SitePlanInput): Plan {
  const { hosts } = input.view;
  const prepared = hosts.flatMap(preparing);
  const rulesOf = (host: SiteHost) => rulesText(input, host);
  return planOf([
    ...prepared,
    ...trialNodes(
      input,
      rulesOf,
      prepared.map(({ id }) => id),
    ),
    ...hosts.flatMap((host) => routing(input, host)),
  ]);
}

/** A host's part of the policy: the text that is tried and kept. */
export const rulesText = ({ view, at }: Pick<SitePlanInput, "view" | "at">, host: SiteHost) =>
  hostFile({
    ruleset: compileHost(view, host, at),
    forwards: view.site.firewalls.some(({ hostId }) => hostId === host.id),
    routes: firewallRoutes(view, host),
  });

/** What a trial needs to be there. None of it changes what passes. */
function preparing(host: SiteHost): readonly PlanNode[] {
  const packages = planNode(
    packagesStep,
    {
      names: ["nftables"],
      why: "The rules are loaded with nft. Its own service stays as it is.",
    },
    onSiteHost(host, "firewall.package"),
  );
  const program = planNode(
    configFileStep,
    {
      path: RULES_PROGRAM,
      content: rulesProgram(),
      mode: 0o700,
      why: "Tries rules and takes them back, whatever becomes of the panel.",
      validate: ["sh", "-n", "{file}"],
    },
    onSiteHost(host, "firewall.program"),
  );
  const unit = planNode(
    unitFileStep,
    {
      path: FIREWALL_UNIT_FILE,
      content: firewallUnit(),
      unit: FIREWALL_UNIT,
      why: "Loads the kept rules before the network is up.",
    },
    onSiteHost(host, "firewall.unit", [program.id]),
  );
  const boot = planNode(firewallBootStep, {}, onSiteHost(host, "firewall.boot", [unit.id]));
  return [packages, program, unit, boot];
}

/** Routes are part of the rules' file and of its trial; this only keeps them up between cables and boots. */
function routing({ view }: SitePlanInput, host: SiteHost): readonly PlanNode[] {
  const after = [keptId(host)];
  if (firewallRoutes(view, host).length === 0)
    return [
      planNode(
        stopServiceStep,
        { unit: ROUTES_UNIT, why: "This host has no routes of the site's." },
        onSiteHost(host, "routes.service", after),
      ),
    ];
  const unit = planNode(
    unitFileStep,
    {
      path: ROUTES_UNIT_FILE,
      content: routesUnit(),
      unit: ROUTES_UNIT,
      why: "Brings the routes to networks behind other firewalls back after a boot or a pulled cable.",
    },
    onSiteHost(host, "routes.unit", after),
  );
  const service = planNode(
    serviceStep,
    {
      unit: ROUTES_UNIT,
      files: [ROUTES_UNIT_FILE, RULES_PROGRAM],
      uptake: "restart",
      why: "Runs as long as this host is a firewall.",
    },
    onSiteHost(host, "routes.service", [unit.id]),
  );
  return [unit, service];
}
