import { outermost } from "@/lib/network/outermost";
import { zoneOf } from "@/lib/network/place";
import type { SiteView } from "@/lib/network/site-view";
import type { Forward } from "@/lib/schemas/site";
import type { SiteFinding } from "@/lib/schemas/site-finding";

/** Port forwards that lead nowhere, or away from where somebody else wants to go. */
export const checkForwards = (view: SiteView): readonly SiteFinding[] =>
  view.site.forwards.flatMap((forward, i) => [
    ...leadsOutside(view, forward, i),
    ...leadsToNobody(view, forward, i),
    ...hidesSsh(view, forward, i),
  ]);

const written = ({ port, protocol }: Forward) => `${port}/${protocol}`;

const leadsOutside = (view: SiteView, forward: Forward, i: number): readonly SiteFinding[] =>
  zoneOf(view, forward.to).kind === "network"
    ? []
    : [
        {
          id: "forward.nowhere",
          severity: "blocker",
          title: `${written(forward)} leads to ${forward.to}, which is in no network of the site`,
          reason: "No firewall of the site stands before such an address.",
          remedy: "Correct the address, or add its network to a zone.",
          path: ["forwards", i, "to"],
        },
      ];

const leadsToNobody = (view: SiteView, forward: Forward, i: number): readonly SiteFinding[] =>
  zoneOf(view, forward.to).kind !== "network" ||
  view.hosts.some(({ addresses }) => addresses.includes(forward.to))
    ? []
    : [
        {
          id: "forward.unknown-host",
          severity: "note",
          title: `${forward.to} is no host of the panel`,
          reason: `${written(forward)} leads there; the panel cannot look whether somebody answers.`,
          remedy: "Add the host if it is yours to run, or leave it.",
          path: ["forwards", i, "to"],
        },
      ];

const hidesSsh = (view: SiteView, forward: Forward, i: number): readonly SiteFinding[] =>
  outermost(view)
    .filter(({ sshPort }) => forward.protocol === "tcp" && forward.port === sshPort)
    .map((host) => ({
      id: "forward.hides-ssh",
      severity: "warning",
      title: `From the internet, port ${forward.port} no longer leads to ${host.name} itself`,
      reason: `Its own SSH listens there; ${written(forward)} leads to ${forward.to} instead.`,
      remedy: "Choose another outside port, such as 2200.",
      path: ["forwards", i, "port"],
    }));
