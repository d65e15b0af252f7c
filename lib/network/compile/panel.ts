import type { SiteHost, SiteView } from "@/lib/network/site-view";
import { FAMILIES, ofFamily } from "./family";
import type { NamedSet, Rule } from "./rule";

/** Where the panel is seen from, and every door of a host that it uses. */
export const panelSets = ({ panel, hosts }: SiteView): readonly NamedSet[] =>
  FAMILIES.flatMap((family) => [
    {
      name: `panel${family.version}`,
      type: family.addressType,
      flags: [],
      elements: [...ofFamily(family, panel)].sort(),
    },
    {
      name: `doors${family.version}`,
      type: `${family.addressType} . inet_service`,
      flags: [],
      elements: hosts
        .flatMap((host) => ofFamily(family, host.addresses).map((at) => `${at} . ${host.sshPort}`))
        .sort(),
    },
  ]);

/** The panel's way to the host itself: its SSH port at every address it may have by then. */
export const panelToHost = (host: SiteHost): readonly Rule[] =>
  FAMILIES.map((family) =>
    panelRule(`${family.ip} saddr @panel${family.version} tcp dport ${host.sshPort}`),
  );

/** The panel's way through a firewall to the other hosts. */
export const panelThrough: readonly Rule[] = FAMILIES.map((family) =>
  panelRule(
    `${family.ip} saddr @panel${family.version} ${family.ip} daddr . tcp dport @doors${family.version}`,
  ),
);

function panelRule(match: string): Rule {
  return { match: [match], counter: "panel.ssh", verdict: "accept", origin: { kind: "panel" } };
}
