import { decide, type Verdict } from "@/lib/network/decide";
import type { SiteHost, SiteView } from "@/lib/network/site-view";
import { type Flow, flowsBetween } from "@/lib/preflight/flows";
import type { Role } from "@/lib/schemas/role";
import type { SiteFinding } from "@/lib/schemas/site-finding";

const hasRole = (host: SiteHost): host is SiteHost & { readonly role: Role } => host.role !== null;

/** Cells and exceptions that cut what the cluster's hosts need of each other: one finding for each. */
export function checkFlows(view: SiteView, at: Date): readonly SiteFinding[] {
  const cuts = new Map<string, { readonly flow: Flow; readonly verdict: Verdict }[]>();
  for (const flow of flowsBetween(view.hosts.filter(hasRole))) {
    const verdict = verdictOn(view, flow, at);
    if (verdict === null || verdict.allowed) continue;
    const key = JSON.stringify(pathOf(view, verdict));
    cuts.set(key, [...(cuts.get(key) ?? []), { flow, verdict }]);
  }
  return [...cuts.values()].map((all) => findingOf(view, all));
}

/** Hosts of a cluster talk to each other from their first address to the other's first one. */
function verdictOn({ hosts, ...view }: SiteView, flow: Flow, at: Date): Verdict | null {
  const first = (id: string) => hosts.find((host) => host.id === id)?.addresses[0];
  const [from, to] = [first(flow.from), first(flow.to)];
  if (from === undefined || to === undefined) return null;
  return decide({ hosts, ...view }, { from, to, protocol: flow.protocol, port: flow.port }, at);
}

function findingOf(
  view: SiteView,
  cuts: readonly { readonly flow: Flow; readonly verdict: Verdict }[],
): SiteFinding {
  const name = (id: string) => view.hosts.find((host) => host.id === id)?.name ?? id;
  const lost = [...new Set(cuts.map(({ flow }) => flow.carries))];
  const examples = cuts
    .slice(0, 3)
    .map(({ flow }) => `${name(flow.from)} → ${name(flow.to)}:${flow.port}/${flow.protocol}`);
  const [first] = cuts;
  const more = cuts.length > 3 ? ` and ${cuts.length - 3} more` : "";
  return {
    id: "cluster.cut",
    severity: "blocker",
    title: `Cuts ${lost.join(", ")}`,
    reason: `The cluster needs ${examples.join(", ")}${more}.`,
    remedy: "Allow these ports here, or allow everything between hosts of the cluster.",
    path: first === undefined ? [] : pathOf(view, first.verdict),
  };
}

function pathOf({ site }: SiteView, { by }: Verdict): readonly (string | number)[] {
  if (by.kind === "cell") return ["cells", site.cells.indexOf(by.cell)];
  if (by.kind === "exception") return ["exceptions", site.exceptions.indexOf(by.exception)];
  return by.kind === "no-cell" ? ["cells", `${by.from}_${by.to}`] : [];
}
