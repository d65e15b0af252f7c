import type { SiteHost, SiteView } from "./site-view";

/** Firewalls with an interface to the internet. */
export function outermost({ site, hosts }: SiteView): readonly SiteHost[] {
  const internet = site.zones.find(({ kind }) => kind === "internet")?.name;
  return site.firewalls
    .filter(({ interfaces }) => interfaces.some(({ zone }) => zone === internet))
    .flatMap(({ hostId }) => hosts.filter(({ id }) => id === hostId));
}
