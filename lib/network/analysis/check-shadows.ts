import { cellFor } from "@/lib/network/cell-for";
import { isInForce } from "@/lib/network/decide";
import { covers } from "@/lib/network/place";
import { ANY_ZONE, type PortRange, serviceOf } from "@/lib/schemas/site-service";
import type { SiteView } from "@/lib/network/site-view";
import type { Exception } from "@/lib/schemas/site";
import type { SiteFinding } from "@/lib/schemas/site-finding";

/** What never decides anything, because something before it always does. */
export const checkShadows = (view: SiteView, at: Date): readonly SiteFinding[] => [
  ...shadowedExceptions(view, at),
  ...shadowedCells(view),
  ...shadowedServices(view),
];

const shadowedExceptions = ({ site }: SiteView, at: Date): readonly SiteFinding[] =>
  site.exceptions.flatMap((exception, i): readonly SiteFinding[] => {
    const path = ["exceptions", i];
    if (!isInForce(exception, at))
      return [
        {
          id: "exception.ended",
          severity: "note",
          title: `The exception "${exception.reason}" has ended`,
          reason: "It decides nothing any more.",
          remedy: "Remove it, or give it a later end.",
          path,
        },
      ];
    const before = site.exceptions.slice(0, i).find((each) => takesAll(each, exception));
    if (before === undefined) return [];
    return [
      {
        id: "exception.unreachable",
        severity: "warning",
        title: `The exception "${exception.reason}" is never asked`,
        reason: `"${before.reason}" stands before it and takes all of it.`,
        remedy: "Move it up, or remove it.",
        path,
      },
    ];
  });

/** Whether the first leaves nothing to the second, for as long as that lasts. */
const takesAll = (first: Exception, second: Exception): boolean =>
  covers(first.from, second.from) &&
  covers(first.to, second.to) &&
  (first.service === null || first.service === second.service) &&
  (first.until === null ||
    (second.until !== null && new Date(second.until) <= new Date(first.until)));

/** Cells of "any" whose pairs all have a cell of their own. */
const shadowedCells = ({ site }: SiteView): readonly SiteFinding[] =>
  site.cells.flatMap((cell, i): readonly SiteFinding[] => {
    if (cell.from !== ANY_ZONE && cell.to !== ANY_ZONE) return [];
    const names = (name: string) =>
      name === ANY_ZONE ? site.zones.map((zone) => zone.name) : [name];
    const isAsked = names(cell.from).some((from) =>
      names(cell.to).some((to) => cellFor(site, from, to) === cell),
    );
    if (isAsked) return [];
    return [
      {
        id: "cell.unreachable",
        severity: "note",
        title: `${cell.from} → ${cell.to} is never asked`,
        reason: "Every pair of zones it speaks of has a cell of its own.",
        remedy: "Remove it, or one of the others.",
        path: ["cells", i],
      },
    ];
  });

/** Services of a cell whose ports its other services already hold. */
const shadowedServices = ({ site }: SiteView): readonly SiteFinding[] =>
  site.cells.flatMap(({ from, to, services }, i) =>
    services.flatMap((name, j): readonly SiteFinding[] => {
      const ports = (each: string) => serviceOf(site.services, each)?.ports ?? [];
      const others = services.slice(0, j).flatMap(ports);
      if (!ports(name).every((range) => others.some((other) => holds(other, range)))) return [];
      return [
        {
          id: "service.unreachable",
          severity: "note",
          title: `${from} → ${to} names ${name} for nothing`,
          reason: "The services before it already let all of its ports pass.",
          remedy: "Remove it.",
          path: ["cells", i, "services", j],
        },
      ];
    }),
  );

function holds(outer: PortRange, inner: PortRange): boolean {
  if (outer.protocol === "icmp-echo" || inner.protocol === "icmp-echo")
    return outer.protocol === inner.protocol;
  return (
    outer.protocol === inner.protocol && outer.first <= inner.first && inner.last <= outer.last
  );
}
