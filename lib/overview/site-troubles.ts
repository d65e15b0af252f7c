import { differs } from "@/lib/network/measured-glance";
import type { Named, Trouble } from "@/lib/schemas/overview";
import type { SiteMeasurement } from "@/lib/schemas/site-view-row";

/** A site whose rules are on its hosts, with what was measured last under them. */
export interface MeasuredSite {
  readonly site: Named;
  readonly hosts: readonly Named[];
  readonly last: SiteMeasurement;
}

/** What of a site is not as its policy says. */
export function siteTroubles({ site, hosts, last }: MeasuredSite): readonly Trouble[] {
  const drifted = hosts.filter(({ id }) => last.drifted.includes(id));
  const differing = last.pairs.filter(differs);
  const [first] = differing;
  const name = (hostId: string) => hosts.find(({ id }) => id === hostId)?.name ?? null;
  return [
    ...(drifted.length === 0
      ? []
      : [{ kind: "site-drifted" as const, site, hosts: drifted, at: last.at }]),
    ...(first === undefined
      ? []
      : [
          {
            kind: "site-differs" as const,
            ...{ site, differ: differing.length, at: last.at },
            example: {
              from: name(first.from) ?? first.fromAddress,
              to: name(first.to) ?? first.toAddress,
              port: `${first.port}/${first.protocol}`,
              measured: first.measured,
            },
          },
        ]),
  ];
}
