import { PODS_NEED, runsPods } from "@/lib/network/decide";
import type { SiteView } from "@/lib/network/site-view";
import type { Zone } from "@/lib/schemas/site";
import { ANSWERS } from "./always";
import { dispatch } from "./dispatch";
import { type Family, FAMILIES, ofFamily } from "./family";
import { exceptionRules } from "./grants";
import type { Chain, NamedSet, Rule } from "./rule";
import { zoneMatch } from "./zone-match";

/** Addresses of all nodes, which pods may ask for the API and the kubelet. */
export const nodeSets = ({ hosts }: SiteView): readonly NamedSet[] =>
  FAMILIES.map((family) => ({
    name: `nodes${family.version}`,
    type: family.addressType,
    flags: [],
    elements: hosts
      .filter(({ role }) => runsPods(role))
      .flatMap(({ addresses }) => ofFamily(family, addresses))
      .sort(),
  }));

/** What the cluster's own network always may: pods among themselves, and pods to the nodes that serve them. */
export const podsAlways = (view: SiteView, pods: Zone): readonly Rule[] =>
  FAMILIES.flatMap((family) => podsAlwaysOf(view, pods, family));

function podsAlwaysOf(view: SiteView, pods: Zone, family: Family): readonly Rule[] {
  const from = zoneMatch(view, pods, { family, side: "saddr" });
  const to = zoneMatch(view, pods, { family, side: "daddr" });
  if (from === null || to === null) return [];
  const pass = (match: readonly string[]): Rule => ({
    match,
    counter: "always.pods",
    verdict: "accept",
    origin: { kind: "always" },
  });
  const nodes = `${family.ip} daddr @nodes${family.version}`;
  return [pass([from, to]), pass([from, nodes, `tcp dport { ${PODS_NEED.join(", ")} }`])];
}

/** The service's address was judged before its translation, by the chain of what is for this host. */
const TRANSLATED: Rule = {
  match: ["ct status dnat"],
  counter: "always.translated",
  verdict: "accept",
  origin: { kind: "always" },
};

/**
 * What pods of this node send out, and what is sent to them. Behind kube-proxy's translation, so that a
 * service cannot lead a pod to where it may not go. Everything else that a node passes on is k3s's business.
 */
export function podsChain(view: SiteView, pods: Zone, at: Date): Chain {
  const others = view.site.zones.filter((zone) => zone !== pods);
  return {
    name: "pods",
    base: "type filter hook forward priority filter; policy accept;",
    rules: [
      ...ANSWERS.slice(0, 1),
      ...podsAlways(view, pods),
      ...exceptionRules(view, at),
      ...dispatch(
        view,
        others.map((to) => ({ from: pods, to })),
      ),
      TRANSLATED,
      ...dispatch(
        view,
        others.map((from) => ({ from, to: pods })),
      ),
    ],
  };
}
