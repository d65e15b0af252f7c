import { analyseSite } from "@/lib/network/analysis/analyse-site";
import { expectedProbes } from "@/lib/network/expected-probes";
import { zoneOf } from "@/lib/network/place";
import type { SiteView } from "@/lib/network/site-view";
import { dmzView } from "@/lib/network/testing/dmz-view";
import type { SiteSpecInput } from "@/lib/schemas/site";
import type {
  MeasuredPair,
  SiteDetailAnswer,
  SiteMeasurement,
  SiteRow,
} from "@/lib/schemas/site-view-row";

/** The reference cluster between its firewalls, as the panel answers about it. For tests and pictures. */
export function siteAnswer(
  more: Partial<SiteRow> = {},
  change?: (site: SiteSpecInput) => SiteSpecInput,
): SiteDetailAnswer {
  const view = dmzView(change);
  return {
    site: siteRow(view, more),
    spec: view.site,
    applied: view.site,
    findings: analyseSite(view, new Date()),
  };
}

const siteRow = (view: SiteView, more: Partial<SiteRow>): SiteRow => ({
  id: "s1",
  name: "School",
  revision: 3,
  appliedRevision: 3,
  appliedAt: "2026-11-23T10:00:00.000Z",
  hosts: view.hosts.map(({ id, name, role, addresses }) => ({
    id,
    name,
    role,
    address: addresses[0] ?? "",
    zone: zoneOf(view, addresses[0] ?? "").name,
  })),
  runningJobId: null,
  lastMeasured: { at: "2026-11-23T10:21:00.000Z", agree: 12, differ: 1, untested: 0 },
  createdAt: "2026-11-20T10:00:00.000Z",
  ...more,
});

/** Every probe as expected, but for the first blocked one, which is open. */
export function siteMeasurement(): SiteMeasurement {
  const at = new Date("2026-11-23T10:21:00.000Z");
  const pairs = expectedProbes(dmzView(), at).map((probe): MeasuredPair => {
    const expected = probe.verdict.allowed ? "open" : "blocked";
    return {
      from: probe.from.id,
      to: probe.to.id,
      protocol: probe.packet.protocol,
      port: probe.packet.port,
      fromAddress: probe.packet.from,
      toAddress: probe.packet.to,
      zones: probe.zones,
      expected,
      measured: expected,
    };
  });
  const wrong = pairs.findIndex(
    ({ expected, zones }) => expected === "blocked" && zones[0] === "dmz" && zones[1] === "home",
  );
  return {
    at: at.toISOString(),
    tookMs: 4_200,
    revision: 3,
    drifted: [],
    pairs: pairs.map((pair, i) => (i === wrong ? { ...pair, measured: "open" } : pair)),
  };
}
