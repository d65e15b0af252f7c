import ipaddr from "ipaddr.js";
import type { Zone } from "@/lib/schemas/site";
import type { SiteView } from "./site-view";

/** Whether the address lies in the network ("192.168.3.0/24"); of another family: never. */
export function isWithin(address: string, network: string): boolean {
  const parsed = ipaddr.parse(address);
  const [base, prefix] = ipaddr.parseCIDR(network);
  return parsed.kind() === base.kind() && parsed.match(base, prefix);
}

/** Whether every address of the inner network is in the outer one. */
export function covers(outer: string, inner: string): boolean {
  const [address, prefix] = ipaddr.parseCIDR(inner);
  return ipaddr.parseCIDR(outer)[1] <= prefix && isWithin(address.toString(), outer);
}

/** Networks of a zone. Empty for the internet, which is whatever is in no other zone. */
export function subnetsOf(view: Pick<SiteView, "podSubnets">, zone: Zone): readonly string[] {
  if (zone.kind === "internet") return [];
  return zone.kind === "pods" ? view.podSubnets : zone.subnets;
}

/** The zone that holds the address: one of its subnets, else the internet. */
export function zoneOf(view: Pick<SiteView, "site" | "podSubnets">, address: string): Zone {
  const inside = view.site.zones.find((zone) =>
    subnetsOf(view, zone).some((network) => isWithin(address, network)),
  );
  const found = inside ?? view.site.zones.find(({ kind }) => kind === "internet");
  if (found === undefined) throw new Error("a site without internet passed its schema");
  return found;
}
